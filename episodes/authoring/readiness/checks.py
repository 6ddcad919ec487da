"""The questions that are asked of an episode, in the order of work."""

from collections.abc import Callable
from datetime import datetime
from urllib.parse import urlsplit

from django.urls import reverse
from django.utils import timezone
from django.utils.dateparse import parse_datetime
from django.utils.translation import gettext as _
from wagtail.coreutils import get_content_languages
from wagtail.models import Page

from episodes.models import Appearance
from episodes.sentences import quoted

from .facts import Content, Known, Person, people_of, pictures_of
from .lines import Line, Link, Readiness
from .remarks import Remark

#: Captions that say what is said.
SAID = {"captions", "subtitles"}


def run(content: Content, known: Known, noted: tuple[Remark, ...] = ()) -> Readiness:
    """Everything that an episode has and lacks, and what is noted of its words."""
    lines = (check(content, known) for check in CHECKS)
    return Readiness(tuple(line for line in lines if line), noted)


def date(content: Content, known: Known) -> Line:
    why = "" if content.get("published_on") else _("Visitors see no date.")
    return Line("date", _("Date"), "published_on", why, needed=True)


def lead(content: Content, known: Known) -> Line:
    why = "" if (content.get("lead") or "").strip() else _("Nothing says who talks about what.")
    return Line("lead", _("Lead"), "lead", why, needed=True)


def guests(content: Content, known: Known) -> Line:
    rows = content.get("appearances", [])
    named = [row for row in rows if row.get("speaker") or row.get("name")]
    there = any(row.get("capacity") in Appearance.GUESTS for row in named)
    why = "" if there else _("Nobody is named as a guest.")
    return Line("guests", _("Guests"), "appearances", why, needed=True)


def video(content: Content, known: Known) -> Line:
    label = _("Video")
    if _playable(content):
        return Line("video", label, "videos", needed=True)
    if _is_announced(content):
        # May be published without; but it must come before the day does.
        return Line("video", label, "videos", _("It is announced, and has no video yet."))
    return Line("video", label, "videos", _("There is nothing to watch."), needed=True)


def alternative(content: Content, known: Known) -> Line:
    houses = {row.get("media") or _house(row.get("link") or "") for row in _playable(content)}
    why = (
        ""
        if len(houses) > 1
        else _(
            "Who can't reach the first source has no other: add a file of our own, or the video "
            "at another service."
        )
    )
    return Line("alternative", _("Second source"), "videos", why)


def captions(content: Content, known: Known) -> Line:
    why = "" if _captions(content) else _("People who can't hear, or not now, can't follow.")
    return Line("captions", _("Captions"), "videos", why)


def transcript(content: Content, known: Known) -> Line:
    language = _language(content, known)
    there = any(_is_in(row, language) for row in _captions(content))
    why = (
        "" if there else _("The words can't be read or searched in the language they were said in.")
    )
    return Line("transcript", _("Transcript"), "videos", why)


def audio(content: Content, known: Known) -> Line:
    why = "" if content.get("audio") else _("There is nothing for the podcast and for slow lines.")
    return Line("audio", _("Audio"), "audio", why)


def biographies(content: Content, known: Known) -> Line:
    lacking = [
        known.people[key]
        for key in people_of(content)
        if key in known.people and not known.people[key].has_biography
    ]
    links = tuple(Link(person.name, edit_url(person.pk)) for person in lacking)
    why = _("Nothing is said about: %(names)s.") % {"names": _names(lacking)} if lacking else ""
    return Line("biographies", _("Biographies"), "appearances", why, links=links)


def portraits(content: Content, known: Known) -> Line:
    people = [known.people[key] for key in people_of(content) if key in known.people]
    faceless = [one for one in people if one.portrait not in known.pictures]
    uncredited = [
        one
        for one in people
        if one.portrait in known.pictures and not known.pictures[one.portrait].has_credit
    ]
    parts = []
    if faceless:
        parts.append(_("No portrait of: %(names)s.") % {"names": _names(faceless)})
    if uncredited:
        names = _names(uncredited)
        parts.append(_("Nobody is credited for the portrait of: %(names)s.") % {"names": names})
    links = [Link(one.name, edit_url(one.pk)) for one in faceless]
    links += [Link(one.name, image_url(one.portrait)) for one in uncredited]
    return Line("portraits", _("Portraits"), "appearances", " ".join(parts), links=tuple(links))


def alternative_texts(content: Content, known: Known) -> Line:
    lacking = [
        key
        for key in pictures_of(content)
        if key in known.pictures and not known.pictures[key].has_description
    ]
    titles = ", ".join(quoted(known.pictures[key].title) for key in lacking)
    why = _("Nobody who can't see it learns what is on: %(titles)s.") % {"titles": titles}
    links = tuple(Link(known.pictures[key].title, image_url(key)) for key in lacking)
    label = _("Descriptions of pictures")
    return Line("descriptions", label, "poster", why if lacking else "", links=links)


def tags(content: Content, known: Known) -> Line:
    why = "" if content.get("tagged_items") else _("Nobody finds it by its topic.")
    return Line("tags", _("Tags"), "tags", why)


def translation(content: Content, known: Known) -> Line | None:
    """Nothing on a site of one language."""
    if not known.trees:
        return None
    own = known.trees.get(content.get("locale") or 0, "")
    there = known.translations.get(str(content["translation_key"]), set())
    lacking = sorted(set(known.trees.values()) - there - {own})
    names = ", ".join(str(get_content_languages().get(code, code)) for code in lacking)
    why = _("There is no page in: %(languages)s.") % {"languages": names} if lacking else ""
    return Line("translation", _("Translation"), "translation", why)


CHECKS: tuple[Callable[[Content, Known], Line | None], ...] = (
    date,
    lead,
    guests,
    video,
    alternative,
    captions,
    transcript,
    audio,
    biographies,
    portraits,
    alternative_texts,
    tags,
    translation,
)


def edit_url(page: int) -> str:
    return reverse("wagtailadmin_pages:edit", args=[page])


def image_url(image: int | None) -> str:
    return reverse("wagtailimages:edit", args=[image])


def _names(people: list[Person]) -> str:
    return ", ".join(person.name for person in people)


def _playable(content: Content) -> list[dict]:
    return [row for row in content.get("videos", []) if row.get("link") or row.get("media")]


def _house(link: str) -> str:
    """Who plays it: where one address of a house can't be reached, no other can."""
    host = urlsplit(link).hostname or ""
    youtube = host == "youtu.be" or "youtube" in host
    return "youtube" if youtube else ".".join(host.split(".")[-2:])


def _is_announced(content: Content) -> bool:
    value = content.get("premieres_at")
    moment = value if isinstance(value, datetime) else parse_datetime(value or "")
    return moment is not None and moment > timezone.now()


def _captions(content: Content) -> list[dict]:
    return [
        row
        for video in _playable(content)
        for row in video.get("captions", [])
        if row.get("kind") in SAID and row.get("cues")
    ]


def _language(content: Content, known: Known) -> str:
    """The language that is spoken: the episode's own, else that of its series."""
    own = content.get("spoken_language")
    return own or known.languages.get((content.get("path") or "")[: -Page.steplen], "")


def _is_in(row: dict, language: str) -> bool:
    """Regions don't matter: British captions say what an English speaker said."""
    return not language or row["language"].split("-")[0] == language.split("-")[0]
