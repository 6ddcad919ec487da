"""Sentences that bring people together: “joined us”, “hosted A and B”, “moderated by C”.

A name alone is nobody: it counts only where the grammar gives it a part.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from .introductions import Introduction, read_list
from .listings import read_person_line
from .moderation import first_named, read_hosts
from .parts import EVENT, FAIR, OF_THIS, SAYS, SURE, Part, read_subjects, without_quotations
from .sides import IS_HOST, TALKS, is_asked_by, is_of_press

_JOINED = re.compile(
    r"\b(?:have |has |had |will |are |is )?(?:join(?:ed|s|ing)?)\s+(?!by\b|forces|hands|the ranks)"
)
# "A and B, who joined us by phone, met at this chat"
_MET_HERE = re.compile(
    rf"\b(?:met|meet|spoke|talked)\s+(?:at|in|on|for)\s+(?:the|our|this)\s+(?:[\w-]+\s+){{0,3}}?(?:#\w+|{EVENT}\b)"
)
_WHO_JOINED = re.compile(r",\s+who\s+(?:joins|joined)\s+us\b[^,;.]*(?=,)")
_TOGETHER = re.compile(r",\s+(?:together|along|alongside|side by side)\s+(?:with\s+)?")
_US = re.compile(
    rf"(?:us|me|forum|#\w+|host|our (?:\w+ )?{EVENT}|(?:the|this|a|an) (?:[\w#-]+ ){{0,4}}{EVENT})\b",
    re.IGNORECASE,
)
_HOST_BEFORE_NAME = re.compile(r"(?:our |the )?(?:host|moderator|presenter|colleague)s?,?\s+", re.I)
_WAS_INVITED = re.compile(r"\b(?:was|were|been)\s+(?:invited|asked)\s+to\s*\Z")
# "Joining A on Open Wells are B, …"
_JOINING = re.compile(
    r"\s*Joining\s+(?P<host>(?:[A-ZÀ-Ž][\w.’'-]*\s+){2,4}?)(?:on\s+[^,;]{3,60}?\s+)?"
    r"(?:is|are|was|were|will be)\s+"
)
_ASKED_BY = re.compile(
    r"\b(?:is|are|was|were|has been|have been)\s+(?:interviewed|hosted|welcomed|asked|questioned)\s+by\s+"
)
_ASKED_IN = re.compile(
    rf"\s*(?:In|During)\s+(?:an?|his|her|their|the|this)\s+(?:[\w-]+\s+)?{EVENT}\s+with\s+"
    r"(?=[^.]*,\s+(?:he|she|they)\s)"
)
_JOINED_BY = re.compile(r"\bjoined\s+(?:\w+ly\s+)?(?:on \w+ )?by\s+", re.IGNORECASE)
_HOSTING = re.compile(
    r"\b(?:hosted|welcomed|welcomes?|(?<!co-)(?<!our )(?<!the )hosts|featured|features|featuring|invited|"
    r"interviewed|interviews|contacted(?=[^.]* to ask\b)|asks|asked|brought together|brings together|"
    r"is hosting|will host|will interview|introduces|"
    r"(?:talk|talked|talks|speak|spoke|speaks|chatted|chats|sat down|sits down|sit down|met|"
    r"caught up|catch up|checked in|"
    r"discussed|in conversation|conversation|discussion|interview|dialogue|chat|debate|panel|"
    r"together|episode|session|special|edition|q&a)\s+(?:with|to)|"
    r"(?:conversation|discussion|dialogue|debate|talk|exchange|interview)\s+between|"
    r"(?:guests?|speakers?|panell?ists?|experts?|interviewees?)(?:\s+(?:of|this|for)\s+(?:the\s+)?\w+)?"
    r"(?:\s+of[^,]{3,60}?)?(?:,?\s+(?:is|are|was|were|include|"
    r"included|includes|will be)|:)|"
    r"panel\s+(?:included|includes|will include|consist(?:s|ed) of)|"
    r"joining\s+(?:us|the \w+|this \w+)(?:\s+\w+)?\s+(?:is|are|was|were|will be)|"
    r"(?:hear|hears|heard) from|answered by|answers? from|insights? from)\s+(?!by\b)"
    r"(?:(?:our|the|its|two|three|four|five|six|special|guests?|guest,?|speakers?|panell?ists?)\s+)*",
    re.IGNORECASE,
)
_PLEASED = re.compile(
    r"\b(?:pleased|delighted|proud|honou?red|excited|happy|thrilled)\s+to\s+(?:[a-z]+\s+){0,2}\Z"
)
_WILL_SHOW = re.compile(
    r"\bwill\s+(?:\w+\s+)?(?:stream|host|hold|present|offer|air|broadcast)\s+(?:an?|the)\b"
)
# "The event features … a demonstration by A, a designer"
_GIVEN_BY = re.compile(
    r"\b(?:demonstrations?|demo|lectures?|presentations?|talks?|remarks|keynotes?|readings?|address|"
    r"performances?|overview|interview|discussion|conversation)\s+(?:by|from|with)\s+"
)
_FEATURES = re.compile(
    r"\b(?:event|session|webinar|evening|programme|program|workshop|summit|conference|lecture)\s+(?:will\s+)?(?:also\s+)?"
    r"(?:features?|includes?|be followed by|opens? with|closes? with|begins? with|ends? with)\b"
)
_MEETING_VERBS = frozenset(
    "interview interviewed interviews host hosted hosts welcome welcomed welcomes talks speaks talked "
    "spoke chats chatted".split()
)
_ARE_GUESTS = re.compile(
    r"\b(?:is|are|was|were|will be)\s+(?:(?:the|our|this|these|among|week[’']?s?|next|latest|today[’']s|"
    r"special|invited|three|two|four|five|first)\s+)*(?:guests?|speakers?|panell?ists?|interviewees?)\b|"
    r"\b(?:accepted|followed|took up)\s+(?:our|an|the)\s+invitation\s+to\b"
)
# "Ms. Doe, a judge, joined B": who she is was told before.
_BY_SURNAME = re.compile(
    r"\s*(?:Mr|Mrs|Ms|Dr|Prof)\.?\s+[A-ZÀ-Ž][\w’'-]+(?:\s+[A-ZÀ-Ž][\w’'-]+)?(?:,\s[^.;]*,)?\s*\Z"
)
# "A will be the guest (of B in our chat)"
_GUEST_OF = re.compile(
    rf"\s+of\s+(?:our\s+)?(?=[^.;]{{4,80}}\b(?:in|on|for)\s+(?:our|the|this)\s+(?:[\w#-]+\s+){{0,3}}?{EVENT}\b)",
    re.IGNORECASE,
)
# "Our next speaker, A, is …", "The second presenter was A"
_IN_TURN = re.compile(
    r"\b(?i:our|the)\s+(?:first|second|third|fourth|fifth|next|other|final|last|opening|closing|keynote)\s+"
    r"(?:guest|speaker|presenter|panell?ist),?\s+(?:(?:is|was|will be)\s+)?(?=[A-ZÀ-Ž])"
)
_OUR_GUESTS = re.compile(
    r"(?:\A|\b(?i:our|the|this week[’']s|today[’']s|with|special|keynote|two|three|four|five)\s+)"
    r"(?i:guests?|speakers?|panell?ists?|presenters?),?\s+(?=[A-ZÀ-Ž])"
)
_JOIN = re.compile(r"\s*Join\s+(?=[A-ZÀ-Ž])")
_OF_STAFF = (
    r"(?i:editor|reporter|correspondent|columnist|producer|coordinator|manager|director|analyst|officer|"
    r"assistant|colleague|researcher|fellow)"
)
_OUR_OWN = re.compile(
    rf"\b(?:with|to)\s+our\s+(?:[\w-]+\s+){{0,3}}?{_OF_STAFF},?\s+[A-ZÀ-Ž]|"
    r"\b(?:with|to)\s+[A-ZÀ-Ž][^,.]{3,50},\s+our\s+(?:[\w-]+\s+){0,2}"
    r"(?:editor|reporter|correspondent|columnist|producer|moderator|host|colleague)\b"
)
_MODERATES_IT = re.compile(
    r"(?:(?:the|our|its)\s+)?(?:moderator|interviewer|host)\b(?!\s+(?:of|at|for)\b)"
)
_ANSWERS = re.compile(
    r"(?<!\bnot )(?<!n’t )(?<!n't )(?<!never )"
    r"\b(?:took|takes|will take|answers?|answered|will answer)\s+(?:your|our|readers[’']|the|some)\s+"
    r"(?:[\w’-]+\s+)?questions\b"
)
_ANSWERED_BY = re.compile(r"\b[Qq]uestions\b.*?\banswered\s+by\s+")
_ANSWERS_TO = re.compile(
    r"\b(?:answers?|answered|will answer|took|takes|replied to)\s+(?:the\s+)?questions\s+(?:of|from|by|"
    r"asked by|posed by|put by)\s+"
)
_SAT_DOWN = re.compile(r"\b(?:sat|sits|sit)\s+down\s+to\s+(?:discuss|talk|speak|chat|answer)\b")
_WILL_SPEAK = re.compile(
    r"\bwill\s+(?:also\s+)?(?:(?:deliver|give|make)\s+(?:(?:an?|the)\s+)?(?:opening|closing|keynote|welcome|"
    rf"welcoming|introductory)\b|(?:open|close)\s+the\s+(?:{EVENT}|summit|conference)\b)"
)
# "I interviewed several people of the harbour, including A from X"
_SOME_OF_THEM = re.compile(
    r"\b(?:I|[Ww]e)\s[^.;]{0,60}?\b(?:interview(?:ed)?|spoke with|talked (?:to|with)|heard from)\s+"
    r"[^.;]{3,100}?,?\s+including\s+(?=[A-ZÀ-Ž])"
)
_FOR_EVENT = re.compile(
    rf"\bfor\s+(?:an?|our|the|this)\s+(?:[\w#’-]+\s+){{0,3}}{EVENT}\b", re.IGNORECASE
)
_HIS_GUEST = re.compile(r"\b(?:and|with)\s+(?:his|her|their)\s+guests?,?\s+(?=[A-ZÀ-Ž])")
_LED_BY = re.compile(
    r"[,.]?\s*(?:\band\s+)?(?:\bwas\s+)?\b(?:moderated by|(?<!\bteam )(?:led|conducted) by\s+(?=[A-ZÀ-Ž]))"
)
# "A is a judge. In our chat, she talks with B": B asks.
_BY_PRONOUN = re.compile(r"\b(?:he|she)\s+\Z")
_DISCUSSED = re.compile(r"\b(?:discussed|debated)\b(?:[^.;]|\.(?=\S)){0,200}?\bwith\s+")
_WE_DISCUSSED = re.compile(
    r"\b[Ww]e\s+(?:discussed|debated|explored|talked about)\b(?:[^.;]|\.(?=\S)){0,200}?\swith\s+(?=[A-ZÀ-Ž])"
)
_EXPLORES_WITH = re.compile(
    r"\b(?:explores?|discusses|discuss|examines?|unpacks?|debates?|talks?|reflects?|looks|asks)\b"
    r"(?:[^.;]|\.(?=\S)){0,200}?\bwith\s+",
)
# "This week's Quay TV discusses ropes with A, a pilot"
_THIS_WEEK = re.compile(
    r"\s*(?:This\s+week[’']s|Today[’']s|Our\s+(?:latest|new|newest)|The\s+latest)\s", re.IGNORECASE
)
# "…, says A in this week's chat with B": B asks.
_IN_CHAT_WITH = re.compile(
    rf"\bin\s+(?:this\s+week[’']s|our|the|this|a|his|her|their)\s+(?:[\w#-]+\s+){{0,3}}?{EVENT}\s+with\s+(?:our\s+)?",
    re.IGNORECASE,
)
# Two capitals with a blank or particles between: without them nobody is named in full.
_MAY_NAME = re.compile(
    r"[^\W\d_a-z][\w’'´.-]* [“\"„«‘'(]?(?:[a-zà-ž’']{1,6} ){0,3}['’]?(?:[a-z]{1,3}[-’'])?[^\W\d_a-z]"
)
# "In the past weeks, we talked to A": other episodes.
_OTHER_EPISODES = re.compile(
    r"\b(?:(?:in|over|during) the (?:past|last|previous) (?:\w+ )?(?:weeks|months|years|days|"
    r"episodes?|interviews?)|(?:previous|earlier|past|other|recent) (?:episodes?|guests|chats?|"
    r"interviews?|conversations?|speakers)|so far|have already|had already)\b|"
    r"\blast (?:week|month|time|year)\b[^.]{0,20}\bour guests?\b",
    re.IGNORECASE,
)
_OURSELVES = re.compile(r"\b(?:we|us|our)\b|#\w", re.IGNORECASE)


def read_sentence(sentence: str, number: int) -> list[Part]:
    outside = without_quotations(sentence)
    if not _MAY_NAME.search(outside):
        return []
    if _OTHER_EPISODES.search(outside) and _OURSELVES.search(outside):
        return []
    found = read_hosts(outside, number)
    if turn := _IN_TURN.search(outside):
        words = outside[turn.end() :]
        person = read_person_line(words)
        named = [person] if person else [one.as_person() for one in first_named(words)]
        found = [part for part in found if part.person.name not in {one.name for one in named}]
        return [*found, *(Part(one, False, SURE, number) for one in named)]
    meeting = _from_meeting(_main_part(outside), number)
    if not meeting and (speaks := _WILL_SPEAK.search(outside)):
        # "The minister A will deliver the opening address", where this event is announced
        led = read_subjects(outside[: speaks.start()])
        meeting = [Part(one.as_person(), False, FAIR, number) for one in led if one.words]
    if not meeting and (answered := _ANSWERED_BY.search(outside)):
        answering = read_list(outside[answered.end() :], is_object=True)
        meeting = [Part(one.as_person(), False, SURE, number) for one in answering]
    if _FEATURES.search(outside):
        weight = SURE if OF_THIS.search(outside) else FAIR
        known = {part.person.name for part in (*found, *meeting)}
        for match in _GIVEN_BY.finditer(outside):
            given = (one for one in read_list(outside[match.end() :], is_object=True) if one.words)
            meeting += [
                Part(one.as_person(), False, weight, number)
                for one in given
                if one.span.text not in known
            ]
    return found + meeting


def _from_meeting(main: str, number: int) -> list[Part]:
    """Guests, and who has them: “joined us”, “hosted A and B”, “A explores … with B”."""
    found: list[Part] = []
    match: re.Match[str] | None
    weight = SURE if OF_THIS.search(main) else FAIR

    def add(listed: Iterable[Introduction], *, is_host: bool) -> None:
        for one in listed:
            moderates = _MODERATES_IT.match(one.words) is not None
            found.append(Part(one.as_person(), is_host or moderates, weight, number))

    if match := _HIS_GUEST.search(main):
        add(read_list(main[match.end() :], is_object=True), is_host=False)
        add(read_subjects(main[: match.start()]), is_host=True)
    elif (match := _IN_CHAT_WITH.search(main)) and (said := SAYS.search(main[: match.start()])):
        add(read_list(main[said.end() : match.start()], is_object=True)[:1], is_host=False)
        add(read_list(main[match.end() :], is_object=True), is_host=True)
    elif (match := _JOIN.match(main)) and (
        joined_by := read_list(main[match.end() :], is_object=True)
    ):
        # "Join A, director of X, for a talk"
        add(joined_by if any(one.words for one in joined_by) else (), is_host=False)
    elif (match := _MET_HERE.search(main)) and (
        met := read_subjects(_WHO_JOINED.sub("", main[: match.start()]))
    ):
        add(met, is_host=False)
    elif (match := _JOINED.search(main)) and (joined := _from_joined(main, match)):
        add(joined[0], is_host=False)
        add(joined[1], is_host=True)
    elif match := _JOINING.match(main):
        add(first_named(match["host"]), is_host=True)
        joining = read_list(main[match.end() :], is_object=True)
        if joining and main[match.end() :][: joining[0].span.start].endswith(", "):
            # "the director, A, a judge, B": what each is stands before the name
            joining = [replace(one, words="") for one in joining]
        add(joining, is_host=False)
    elif match := _ASKED_BY.search(main):
        if subjects := read_subjects(main[: match.start()]):
            add(subjects, is_host=False)
            add(read_list(main[match.end() :], is_object=True), is_host=True)
    elif match := _JOINED_BY.search(main):
        add(read_list(main[match.end() :], is_object=True), is_host=False)
        # "A was joined by B": A is the host; "Guests A and C were joined by B": they are not.
        subjects = read_subjects(main[: match.start()])
        are_guests = len(subjects) > 1 or re.search(r"(?i)\bguests?\b", main[: match.start()])
        add(subjects, is_host=not are_guests)
    elif match := _SOME_OF_THEM.search(main):
        add(read_list(main[match.end() :], is_object=True), is_host=False)
    elif match := _ASKED_IN.match(main):
        # "In an interview with A, he speaks …": A asks.
        add(read_list(main[match.end() :], is_object=True), is_host=True)
    elif (match := _HOSTING.search(main)) and _is_of_episode(main, match):
        guests = read_list(main[match.end() :], is_object=True)
        subjects = read_subjects(main[: match.start()])
        is_of_known = TALKS.match(match[0]) and _BY_PRONOUN.search(main[: match.start()])
        # "A and B sat down with our correspondent C": C asks.
        asks = bool(is_of_known) or (
            bool(subjects)
            and (
                _OUR_OWN.search(main[match.start() :]) is not None
                or (TALKS.match(match[0]) is not None and is_asked_by(main, subjects, guests))
            )
        )
        add(guests, is_host=asks)
        if guests and not match[0].rstrip().endswith(":"):
            add(subjects, is_host=not asks)
    elif match := _ANSWERS_TO.search(main):
        add(read_subjects(main[: match.start()]), is_host=False)
        add(read_list(main[match.end() :], is_object=True), is_host=True)
    elif (match := _ANSWERS.search(main)) or (match := _ARE_GUESTS.search(main)):
        add(read_subjects(main[: match.start()]), is_host=False)
        if guest_of := _GUEST_OF.match(main, match.end()):
            add(first_named(main[guest_of.end() :]), is_host=True)
    elif match := _SAT_DOWN.search(main):
        add((one for one in read_subjects(main[: match.start()]) if one.words), is_host=False)
    elif (match := _WE_DISCUSSED.search(main)) or (match := _OUR_GUESTS.search(main)):
        add(read_list(main[match.end() :], is_object=True), is_host=False)
    elif (match := _DISCUSSED.search(main)) and (told := read_subjects(main[: match.start()])):
        # "A, a judge, and B, a poet, discussed ropes with C, a reporter": the last one asks
        asking = read_list(main[match.end() :], is_object=True)
        if len(asking) == 1 and all(one.words for one in (*told, *asking)):
            add(told, is_host=False)
            add(asking, is_host=True)
    elif match := _EXPLORES_WITH.search(main):
        hosts = read_subjects(main[: match.start()])
        guests = read_list(main[match.end() :], is_object=True)
        asks = _OUR_OWN.search(main[match.start() :]) is not None
        if not hosts and _THIS_WEEK.match(main):
            add((one for one in guests if one.words), is_host=asks)
        if hosts and guests and all(one.words for one in (*hosts, *guests)):
            add(guests, is_host=asks)
            add(hosts, is_host=not asks)
    return found


def only_talked(sentence: str) -> tuple[str, str] | None:
    """Host and guest of “A talked with B”, where no other word tells who of them asks."""
    main = _main_part(without_quotations(sentence))
    match = _HOSTING.search(main)
    if match is None or not TALKS.match(match[0]) or _OUR_OWN.search(main[match.start() :]):
        return None
    subjects = read_subjects(main[: match.start()])
    others = read_list(main[match.end() :], is_object=True)
    if len(subjects) != 1 or len(others) != 1:
        return None
    before = main[: main.find(subjects[0].span.text)]
    if IS_HOST.search(before) or any(is_of_press(one.words) for one in (*subjects, *others)):
        return None
    return subjects[0].span.text, others[0].span.text


def _from_joined(
    main: str, match: re.Match[str]
) -> tuple[list[Introduction], list[Introduction]] | None:
    """“A joined us”: A is a guest. “A joined B”: A is a guest, B the host."""
    after = main[match.end() :]
    if _WAS_INVITED.search(main[: match.start()]) and not _US.match(after):
        return [], []  # "A was invited to join B": to another event
    if us := _US.match(after):
        hosts: list[Introduction] = []
        if us[0].lower() == "host":
            hosts = read_list(re.sub(r"\Ahosts?,?\s+", "", after), is_object=True)
        guests = read_subjects(main[: match.start()])
        if not guests and (behind := re.search(r"\b(?:is|are|was|were|will be)\s+", after)):
            # "Also joining the conversation is A, a poet"
            guests = read_list(after[behind.end() :], is_object=True)
        return guests, hosts
    after = _HOST_BEFORE_NAME.sub("", after, count=1) if _HOST_BEFORE_NAME.match(after) else after
    # "A joined B, together with C": C joined B as well.
    after, *others = _TOGETHER.split(after, maxsplit=1)
    hosts = read_list(after, is_object=True)
    guests = read_subjects(main[: match.start()])
    if hosts and (guests or _BY_SURNAME.match(main[: match.start()])):
        beside = [one for words in others for one in read_list(words, is_object=True)]
        return [*guests, *beside], hosts
    return None


def _main_part(sentence: str) -> str:
    """The sentence without what is said of its moderation."""
    moderated = _LED_BY.search(sentence)
    before = sentence[: moderated.start()] if moderated else ""
    return before if before and not re.match(r"\s*In\b", sentence) else sentence


def _is_of_episode(sentence: str, match: re.Match[str]) -> bool:
    """Whether it is we who talk with somebody, and not somebody in the news."""
    before = sentence[: match.start()]
    verb = match[0].removeprefix("will ").split()[0].lower().rstrip(",:")
    if _OUR_OWN.search(sentence[match.start() :]):
        return True
    is_meeting = verb in ("hosted", "welcomed", "featured") or TALKS.match(match[0]) is not None
    if is_meeting and _FOR_EVENT.search(sentence[match.end() :]):
        return True
    if verb == "together" and not re.search(r"\b(?:we|our|us)\b|#\w", sentence, re.I):
        # "Together with A, she faces charges"
        return False
    if verb in ("asks", "asked"):
        return re.search(r"(?i)\b(?:hosts?|we)\b", before) is not None
    if _PLEASED.search(before) or _WILL_SHOW.search(before):
        return True
    if not before.strip() or verb in (
        "guest",
        "guests",
        "speaker",
        "speakers",
        "panelist",
        "panelists",
        "panel",
        "joining",
    ):
        return True
    return bool(
        re.search(r"#\w|\b(?:we|I|our|us|this week|today|forum|latest|new|next|join|"
                  r"invites? (?:you|everybody|everyone|all|the public)|"
                  r"invited to)\b", before, re.I)
        or re.search(rf"\b{EVENT}\b", before, re.I)
        or (verb in _MEETING_VERBS and read_subjects(before))
    )  # fmt: skip
