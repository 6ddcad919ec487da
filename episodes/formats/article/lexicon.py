"""Words that tell what a capital letter stands for: an office, an organisation, or a person.

Grammar decides first; these break ties. A missing word costs a suggestion, never a wrong page.
"""

from __future__ import annotations

from rapidfuzz.distance import OSA

ROLE_NOUNS = frozenset(
    """
    academic academician activist actor actress administrator adviser advisor advocate aide ambassador analyst
    anchor anthropologist archbishop architect artist assistant associate attorney attorney-at-law
    author barrister biologist blogger board-member broadcaster campaigner candidate cardinal chair
    chairman chairperson chairwoman chairmember chancellor chief ceo cfo cto cio coo ciso cofounder co-founder
    co-director co-chair co-author coauthor columnist commander commentator commissioner composer consul
    consultant contributor convenor convener coordinator co-ordinator correspondent councillor
    councilor counsel counsellor curator dean defector defender delegate demographer deputy designer
    developer diplomat director director-general dissident doctor documentarian economist editor
    editor-in-chief educator engineer entrepreneur envoy epidemiologist ethnologist expert fellow
    figure film-maker filmmaker founder geographer governor graduate head historian host inspector
    instructor intern interpreter investigator jesuit journalist judge jurist justice laureate
    lawyer lawmaker lead leader lecturer legislator liaison librarian linguist lobbyist
    major-general
    manager mathematician mayor mediator member mep minister moderator mp musician negotiator
    neurologist nominee novelist officer ombudsman ombudsperson ombudswoman operator orientalist
    organizer organiser owner painter parliamentarian partner pastor patriarch philanthropist
    philosopher photographer photojournalist physician physicist pianist playwright poet politician
    politologist pollster preacher premier presenter president priest principal prisoner producer
    professor programmer prosecutor psychiatrist psychologist publicist publisher rabbi rapporteur
    reader rector reporter representative researcher resident scholar scientist screenwriter
    secretary secretary-general servant senator sinologist singer sociologist solicitor specialist
    spokesman spokesperson spokeswoman staffer strategist student supervisor teacher technologist
    theologian theorist trainer translator treasurer trustee undersecretary under-secretary
    vice-chair vice-chairman vice-chairwoman vice-chairperson vice-president vice-minister
    vice-rector virologist veteran volunteer winner witness writer youtuber policymaker peacebuilder
    organizer whistleblower ecologist environmentalist feminist pacifist climatologist criminologist
    chargé chargé-d'affaires spokesperson headmaster headmistress nurse surgeon worker planner
    architect baker banker brewer broker builder captain carpenter chef choreographer colonel
    conductor cook dancer driver exile farmer fisherman heir illustrator imam midwife monk nun pilot
    ranger rapper refugee sailor sculptor shepherd soldier statistician survivor technician trader
    forester gardener fisher hunter potter weaver tailor plumber firefighter animator blacksmith
    butcher coach athlete swimmer boxer climber goalkeeper astronaut cosmonaut barista bartender
    waiter waitress cleaner surveyor veterinarian hacker vlogger streamer collector restorer
    evaluator auditor accountant creator innovator influencer podcaster ethicist patron wife
    widow ambassador-at-large clerk comptroller controller sheriff bailiff steward evangelist practitioner
    tester recruiter webmaster copywriter songwriter caretaker forecaster tutor mentor provost registrar
    bursar contractor superintendent congressman congresswoman assemblyman alderman statesman businessman
    clergyman paramedic apprentice trainee gatekeeper warden innkeeper lifeguard miner welder electrician
    mechanic of-counsel
    """.split()
)
ROLE_ADJECTIVES = frozenset(
    """
    acting adjunct assistant associate chief deputy emeritus executive ex former founding
    general global head honorary independent investigative junior lead leading long-time
    longtime managing national non-resident nonresident political prime principal program
    programme regional research resident scientific senior special visiting vice young renowned
    prominent well-known famous distinguished award-winning prize-winning current previous late
    permanent plenipotentiary shadow interim outgoing incoming ranking
    first second foreign human international legal public media policy retired exiled
    """.split()
)
# Ranks as they are shortened, as a pattern.
RANKS = r"Lt|Cmdr|Cdr|Sgt|Cpl|Maj|Brig|Gen|Col|Adm|Capt"
# What a capital letter before a name may belong to: "Attorney General Jane Doe".
TITLE_WORDS = frozenset(
    """
    attorney general foreign prime minister deputy state federal vice senior junior chief lead
    political social civil human rights research executive managing founding national regional
    special former acting first permanent major brigadier lieutenant sergeant admiral marshal
    maj sgt capt cmdr
    """.split()
)
NOT_PERSON_NOUNS = frozenset(
    """
    agency alliance archive association assembly body broadcaster-station bureau campaign center
    centre charity city coalition college committee community company council daily department
    division documentary faculty film firm foundation fund group initiative institute institution
    laboratory library magazine ministry movement museum network newspaper ngo nonprofit office
    one organisation organization outlet paper party platform podcast portal programme project
    publication school section service society station subsidiary team tank territory think-tank
    union university venture weekly website webzine branch unit capital region country
    """.split()
)
ORGANISATION_WORDS = frozenset(
    """
    academy administration agency alliance amnesty archive archives army assembly association
    authority bank board branch broadcasting bureau cabinet campaign center centre chamber chat
    church club coalition collective college commission committee commonwealth community company
    conference confederation congress consortium corporation council court daily department digest
    division embassy faculty federation festival fleet forum foundation front fund gazette group
    guardian hospital house inc initiative institut institute institution journal laboratory league
    library ltd magazine ministry mission movement museum nations network news newspaper ngo office
    organisation organization parliament partnership party platform podcast police post press
    program programme project radio registry republic review revolution school secretariat section
    senate service services society special spring state survey geological secretariat states
    station stiftung studies summit
    team television times treaty tribune tribunal trust union unit university verein voice watch
    bureau directorate caucus clinic collaborative commons desk hub lab labs nation observatory tribe
    webinar weekly workshop youth national international democratic liberal conservative
    award awards challenge challenges playbook toolkit dashboard hackathon marketplace newsletter
    battalion brigade command corps depot garrison headquarters regiment squadron
    competition competitions database exchange blog programs programmes solutions systems technologies
    republican european transatlantic global world royal central
    """.split()
)
# Capitalised in titles, headings and names of offices; never part of a person's name.
COMMON_WORDS = frozenset(
    """
    opening closing presentation presentations remarks discussion question questions answer answers
    getting started series training module building making using creating putting taking moving
    technologies audience session sessions break lunch networking demo demonstration
    borough city county district municipal town village
    related links robotic automation process artificial virtual references registration background user
    users teams experience
    a about above affairs after again against all also although american an analysis and annual
    another any are art article as asia at atlantic autumn award back based because before being
    best between both business but by can case change chapter charter china civil civic climate
    coast collective communication communications compliance conflict constitution constitutional
    content cooperation coordination corruption cosmos country crime crisis cultural culture cyber
    data day defence defense democracy despite development dialogue digital diplomacy disinformation
    disabilities disability do domestic during early east eastern economic economics economy education
    eight election elections energy english environment environmental episode equality europe event every
    everybody external faith federal finance financial first five food for foreign four free
    freedom freedoms friday from future gender general geneva german given global good government great
    gulf he health hear her here high his history hope how however human humanitarian humanity i
    if impact impacts in indigenous industry information inside integrity intelligence internal
    investigative is it its join justice knowledge labor labour language last latin law leadership
    learn learning left legal liberal liberty life local march may media medicine meet middle military
    minorities monday more most multilingual my nation nine no nobel non north northern not now nuclear ocean
    of official on one online open opportunities opportunity opposition order original other our overview
    pacific pandemic peace people peoples pennsylvania philosophy plain plan planet please policy political
    politics population power prize protection protests public read recent reconciliation reform
    refugee refugees regional relations religion religious report research resilience resolution
    resources responsibility right rights river rule russia safety saturday science sciences
    scientific sea second secret security seven she since six social society south southern soviet
    speaker speakers speech spring standards state stand still story strategic strategy street
    strategies summer sustainable sunday system systems taskforce technology ten terror that the
    their then there these they this those three thursday to today together tomorrow top topic
    trade transition translation transnational transparency truth tuesday tweet two under united
    university until us use values video violence war watch we wednesday week welcome well
    west western what when where whether which while white who why will winter with women work
    workers world year yesterday yes yet you your youth zone balkans america africa asian african
    abridged recorded despite according commenting speaking asked moderated hosted produced
    supported funded published posted mister guest guests host hosts moderator moderators
    panelist panelists panellist panellists participants date title summary transcript subtitles
    """.split()
)
# What somebody looks after, and no house: “Director of Customer Experience”.
SUBJECTS = frozenset(
    """
    accessibility acquisition advocacy analytics archives audience brand business cloud community content
    creative customer cybersecurity data delivery design digital editorial engagement engineering
    enterprise experience government innovation insights marketing multimedia operations outreach
    partnerships performance platforms procurement product products programming programs programmes
    correspondence
    public records relations sales service services social software strategy support technology training
    user web publishing analysis evaluation investigations
    """.split()
)
SAYING_VERBS = frozenset(
    """
    acknowledge add admit advise affirm agree allege announce answer appeal argue ask assert assess
    assume assure believe caution cite claim clarify comment complain conclude concede confess
    confirm continue criticise criticize declare describe disagree disclose elaborate emphasise
    emphasize estimate explain express fear find forecast formulate highlight hint hope illustrate
    imply indicate inform insist joke maintain mention note object observe offer opine outline
    laugh sigh exclaim muse
    paraphrase plead point pose predict proclaim promise propose put question quip quote react
    recall recommend recount reflect reiterate remark remember remind repeat reply report respond
    reveal say speculate state stress submit suggest sum summarise summarize tell testify think
    underline underscore urge voice warn wonder write
    """.split()
)
IRREGULAR_SAYINGS = frozenset(
    "said says told tells put puts thought thinks wrote writes found finds felt feels held holds "
    "saw sees meant means was is".split()
)


# People bear these as surnames: behind a given name they are one.
SURNAMES = frozenset(
    "abbot archer baker banker barber bishop butler carpenter chancellor cook dean driver farmer fellow "
    "fisher hunter judge king major marshall mason mayor miller monk page painter priest prior reader "
    "shepherd singer speaker taylor trader turner warden weaver".split()
)
# Given names that are also words with which a sentence may begin.
GIVEN_WORDS = frozenset("will may faith summer autumn spring".split())
# What somebody is to another: "Jan Kos’s sister-in-law"
KIN = (
    r"(?:late\s+)?(?:wife|husband|widow|widower|(?:grand)?(?:son|daughter|mother|father)|sister|brother)"
    r"(?:-in-law)?"
)
_ROLE_ENDINGS = ("ist", "ician", "ographer", "keeper", "maker", "woman", "person")
_NO_ROLES = frozenset(
    "consist assist resist insist persist checklist playlist shortlist wishlist blacklist waitlist "
    "communist fascist socialist populist nationalist capitalist feminist racist sexist terrorist "
    "woman person".split()
)


def is_saying(word: str) -> bool:
    """Whether a verb, in any of its forms, reports what somebody said."""
    word = word.lower()
    if word in IRREGULAR_SAYINGS or word in SAYING_VERBS:
        return True
    stems = {word.removesuffix("s"), word.removesuffix("es"), word.removesuffix("ed")}
    stems |= {word.removesuffix("d"), word.removesuffix("ing"), f"{word.removesuffix('ing')}e"}
    if word.endswith(("ies", "ied")):
        stems.add(f"{word[:-3]}y")
    if len(word) > 5 and word.endswith("ed") and word[-3] == word[-4]:
        stems.add(word[:-3])
    return not stems.isdisjoint(SAYING_VERBS)


def singular(word: str) -> str | None:
    """“members” -> “member”, “spokesmen” -> “spokesman”; ``None`` for what names one person."""
    if word.endswith(("men", "MEN")) and is_role_noun(f"{word[:-3]}man"):
        return f"{word[:-3]}man"
    if word[-1:] == "s" and not word.endswith(("ss", "’s", "'s")) and is_role_noun(word[:-1]):
        return word[:-1]
    return None


def is_slip_of_role(word: str) -> bool:
    """Whether one letter is wrong in what somebody does: “Chairmain”, “Profesor”."""
    word = word.lower()
    return word not in ORGANISATION_WORDS | SUBJECTS | COMMON_WORDS | {"directory"} and any(
        OSA.distance(word, noun, score_cutoff=1) == 1 for noun in ROLE_NOUNS if len(noun) > 6
    )


def is_role_noun(word: str) -> bool:
    """Whether a word names what somebody does: singular or plural, any case."""
    word = word.lower().strip(".,;:()").removesuffix("'s").removesuffix("’s")
    singular = word.removesuffix("s")
    if word in ROLE_NOUNS or singular in ROLE_NOUNS:
        return True
    if (
        len(singular) > 5
        and singular.endswith(_ROLE_ENDINGS)
        and singular not in _NO_ROLES
        and (not singular.endswith(("qvist", "quist", "kvist")))
    ):
        return True
    last = word.rsplit("-", 1)[-1].rsplit("/", 1)[-1]
    return last in ROLE_NOUNS
