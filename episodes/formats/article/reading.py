"""From a document to a draft: every part read by its own module, and the doubts collected."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from .. import video_links
from ..documents import MAX_CHARACTERS, Document, from_text
from ..errors import FormatError, excerpt
from ..errors import gettext_noop as _
from . import agendas, closing, layout, people, quotations, sentences, several
from .draft import ArticleDraft, Heading, Paragraph, Person, Problem
from .speakers import Attributor

_SERIES_NOUN = (
    r"(?:Chats?|Talks?|Podcasts?|Specials?|Series|Dialogues?|Conversations?|Interviews?|Sessions?|"
    r"Webinars?|Debates?|Live|Shows?|Voices|Episodes?|Forum|Stories)"
)
_SERIES = re.compile(rf"(?P<tag>#\w+)(?P<name>(?:\s+[A-Z]\w+){{0,2}}?\s+{_SERIES_NOUN}\b)?")
_ADDRESS = re.compile(
    r"(?:https?://|\bwww\.|(?<![\w./@-])(?:m\.)?(?:youtu\.be|youtube\.com|vimeo\.com|"
    r"player\.vimeo\.com)/)[^\s<>\"“”«»]+",
    re.IGNORECASE,
)
_PEERTUBE_PATH = re.compile(r"/(?:w|videos/watch|videos/embed)/[\w-]{20,}")

_FEWEST_SENTENCES = 3
# Pictures that open a line: “🎤 Jane Doe is …”, “:microphone: Jane Doe is …”
_SIGNS = re.compile(
    r"(?::[a-z][a-z0-9_+-]*:|[\s\u2190-\u2bff\ufe0f\u200d\U0001f000-\U0001faff])+(?=[^\W\d_])"
)
_SPECIAL = re.compile(r"\bspecial (?:episode|edition|issue)\b", re.IGNORECASE)


def parse(document: Document | str) -> ArticleDraft:
    """Read an article. What the text does not say stays empty; doubts stand in ``problems``.

    Raises ``FormatError`` for a document without text, and ``SeveralEpisodes`` for a bulletin.
    """
    if isinstance(document, str):
        document = from_text(document)
    if not document.lines:
        raise FormatError(_("There is no text. Paste the whole article, title first."))
    if sum(len(line.text) for line in document.lines) > MAX_CHARACTERS:
        raise FormatError(_("This is far more text than an article. Bring one article at a time."))
    several.check(document)
    parts = layout.read(document.lines)
    lead, body_parts = _take_lead(parts)
    blocks = _blocks(lead, body_parts, parts.closing)
    guests, hosts = people.find(
        parts.title,
        blocks,
        parts.takeaways_intro,
        [one.text for one in parts.parts if one.is_heading],
    )
    everything = "\n".join(block.text for block in blocks)
    guests, hosts = _with_honorifics(everything, guests, hosts)
    attributor = Attributor(guests, hosts, [block.text for block in blocks])
    lead_quotes = attributor.read(lead, None) if lead else ()
    body = _read_body(body_parts, attributor)
    notes = closing.read(parts.closing, [block.text for block in blocks])
    video_url, video_problems = _find_video(document, parts.closing)
    hashtags, series = _find_series(parts.hashtags, everything)
    problems = (
        *(Problem("file", note) for note in document.notes),
        *parts.problems,
        *_people_problems(guests, hosts),
        *_sides_problems(guests, hosts, blocks),
        *([] if lead or not body else [_no_lead()]),
        *attributor.problems,
        *notes.problems,
        *video_problems,
    )
    return ArticleDraft(
        title=parts.title,
        hashtags=tuple(hashtags),
        series=series,
        publication_date=parts.publication_date,
        recorded_date=notes.recorded_date,
        lead=lead,
        lead_quotes=lead_quotes,
        guests=tuple(guests),
        hosts=tuple(hosts),
        body=body,
        takeaways_intro=parts.takeaways_intro,
        takeaways=tuple(parts.takeaways),
        partners=notes.partners,
        special=bool(_SPECIAL.search(lead or "")) or None,
        abridged=notes.abridged,
        abridged_note=notes.abridged_note,
        language_note=notes.language_note,
        closing_note=" ".join(parts.closing) or None,
        video_url=video_url,
        problems=tuple(dict.fromkeys(problems)),
    )


def _take_lead(parts: layout.Layout) -> tuple[str | None, list[layout.Part]]:
    """The first paragraph, unless the article opens with a heading, a list or a quotation."""
    body = parts.parts
    if not body or body[0].is_heading or body[0].is_bullet:
        return None, body
    if body[0].text[0] in '“„"«”' and not _goes_on_to_introduce(body[0].text):
        return None, body
    return body[0].text, body[1:]


def _goes_on_to_introduce(paragraph: str) -> bool:
    """“…”, says A in our chat. A is a judge. B is a poet: more than a quotation and who says it."""
    quoted = next(iter(quotations.find(paragraph)), None)
    return quoted is not None and len(sentences.split(paragraph[quoted.end :])) >= _FEWEST_SENTENCES


def _blocks(
    lead: str | None, parts: Sequence[layout.Part], closing_sentences: Sequence[str]
) -> list[people.Block]:
    blocks = [people.Block(lead, None)] if lead else []
    heading: str | None = None
    announced = people.announced(lead or "")
    above_this = 0  # how many blocks stand above the heading
    for part in parts:
        if people.goes_on(part.text, blocks):
            blocks[-1] = blocks[-1]._replace(text=f"{blocks[-1].text}, {part.text}")
            continue
        text = part.text[signs.end() :] if (signs := _SIGNS.match(part.text)) else part.text
        if part.is_heading:
            is_next = len(blocks) == above_this
            part = part._replace(text=text)
            heading, announced = _heading(part, heading, blocks, is_next=is_next), None
            if agendas.is_entry(text):
                # "10:00 Opening: Jane Doe, a judge" may be all that is said of this hour.
                blocks.append(people.Block(text, heading))
            above_this = len(blocks)
            continue
        above = announced if announced and part.is_bullet else heading
        block = people.Block(text, above, part.is_bullet, part.opening, part.is_dashed)
        blocks.append(block)
        if not part.is_bullet:
            announced = people.announced(part.text)
    return [*blocks, *(people.Block(one, None) for one in closing_sentences)]


def _heading(
    part: layout.Part, above: str | None, blocks: list[people.Block], *, is_next: bool
) -> str | None:
    """The heading that holds from ``part`` on: names under “Speakers” are lines of that list.

    ``is_next``: nothing stands between the two. “Speakers”, then their house, announces them still.
    """
    if above and people.is_section(above):
        if people.is_named(part.text):
            blocks.append(people.Block(part.text, above))
            return above
        if is_next and not people.is_section(part.text) and not people.announced(part.text):
            return above
    return part.text


def _read_body(
    parts: Sequence[layout.Part], attributor: Attributor
) -> tuple[Heading | Paragraph, ...]:
    body: list[Heading | Paragraph] = []
    heading: str | None = None
    for at, part in enumerate(parts):
        if part.is_heading:
            heading = part.text
            body.append(Heading(part.text))
            continue
        following = parts[at + 1].text if at + 1 < len(parts) else ""
        if part.is_bullet:
            quotes = attributor.read_item(part.text, heading)
        else:
            quotes = attributor.read(part.text, heading, following)
        body.append(Paragraph(part.text, quotes))
    return tuple(body)


def _with_honorifics(
    text: str, guests: list[Person], hosts: list[Person]
) -> tuple[list[Person], list[Person]]:
    addressed = people.honorifics(text, [*guests, *hosts])

    def titled(person: Person) -> Person:
        return replace(person, honorific=person.honorific or addressed.get(person.name))

    return [titled(person) for person in guests], [titled(person) for person in hosts]


def _people_problems(guests: Sequence[Person], hosts: Sequence[Person]) -> list[Problem]:
    if not guests:
        message = _(
            "Nobody was recognised as a guest. Name the guests in the first paragraph, for example: "
            "“Jane Doe, the director of X, joined us to discuss …”."
        )
        return [Problem("guests", FormatError(message))]
    template = _("What {name} is was not found in the article: fill in the role.")
    listed = [("guests", one) for one in guests] + [("hosts", one) for one in hosts]
    return [
        Problem(where, FormatError(template, name=person.name))
        for where, person in listed
        if not person.role and not person.organisation
    ]


def _sides_problems(
    guests: Sequence[Person], hosts: Sequence[Person], blocks: Sequence[people.Block]
) -> list[Problem]:
    """“A talked with B” does not say who asked."""
    template = _(
        "The article only says that {host} and {guest} talked: {host} was taken for the host, "
        "{guest} for the guest. Check who asked."
    )
    asking, asked = {one.name for one in hosts}, {one.name for one in guests}
    return [
        Problem("hosts", FormatError(template, host=host, guest=guest))
        for host, guest in people.talking(blocks)
        if host in asking and guest in asked
    ]


def _no_lead() -> Problem:
    return Problem(
        "lead",
        FormatError(
            _("The article does not begin with an introduction, so the lead was left empty.")
        ),
    )


def _find_series(hashtags: list[str], text: str) -> tuple[list[str], str | None]:
    """The hashtags of the episode, and the series as the text names it (“#Forum2000online Chat”)."""
    own = {tag.casefold() for tag in hashtags}
    mentions = [match for match in _SERIES.finditer(text) if match["tag"].casefold() in own]
    if not hashtags:
        mentions = [match for match in _SERIES.finditer(text) if match["name"]]
    named = next((match for match in mentions if match["name"]), None)
    found = named or next(iter(mentions), None)
    if found is None:
        return hashtags, None
    series = found["tag"] + (" " + " ".join(found["name"].split()) if found["name"] else "")
    return hashtags or [found["tag"]], series


# An address alone on its line, or called a video; any other is a link to read.
_IS_VIDEO = re.compile(
    r"\A\s*\S+\s*\Z|\b(?:video|watch|recording|stream|film|youtube|vimeo)\b", re.IGNORECASE
)


def _find_video(
    document: Document, closing_lines: Sequence[str]
) -> tuple[str | None, list[Problem]]:
    """The first address of a video, anywhere in the text or behind its words."""
    written = [match[0] for line in document.lines for match in _ADDRESS.finditer(line.text)]
    refused: list[FormatError] = []
    found: list[str] = []
    for raw in [*written, *document.links]:
        address = raw.rstrip(".,;:!?)]’'”")
        if not re.match(r"https?://", address, re.IGNORECASE):
            address = f"https://{address}"
        own_host = re.sub(r"\Ahttps?://([^/:]+).*\Z", r"\1", address, flags=re.IGNORECASE).lower()
        hosts = {own_host} if _PEERTUBE_PATH.search(address) else set()
        try:
            video_links.parse(address, hosts)
        except FormatError as error:
            is_ours = any(raw in line and _IS_VIDEO.search(line) for line in closing_lines)
            if is_ours or re.search(r"youtu\.?be|vimeo", own_host):
                refused.append(error)
            continue
        found.append(address)
    unique = list(dict.fromkeys(found))
    problems: list[Problem] = []
    if not unique and refused:
        problems = [Problem("video_url", refused[0])]
    if len(unique) > 1:
        message = _("The article names {count} videos; the first was taken. The others: {others}.")
        others = excerpt(", ".join(unique[1:]), 200)
        several_videos = FormatError(message, count=len(unique), others=others)
        problems = [Problem("video_url", several_videos)]
    return (unique[0] if unique else None), problems
