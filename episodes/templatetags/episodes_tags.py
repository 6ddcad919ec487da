"""What the templates of episodes say and link to, as far as it needs more than words."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from django import template
from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.text import capfirst, get_text_list
from django.utils.translation import gettext as _

from episodes.filters import Listing, sentence
from episodes.formats import scripts, timecode
from episodes.models import Appearance, EpisodePage, EpisodeVideo, Partnership

register = template.Library()

PROVIDERS = {"youtube": "YouTube", "vimeo": "Vimeo", "peertube": "PeerTube"}


@register.filter
def clock(seconds: int | None) -> str:
    """A place in a video: 754 → "12:34"."""
    return "" if seconds is None else timecode.format(seconds)


@register.simple_tag
def in_script(text: str, language: str = "") -> SafeString:
    """Attributes of words in another script than the page's: their language, as far as it is known
    or the letters say it, and their direction."""
    code = language or scripts.language_of(text)
    if code:
        return format_html(' lang="{}" dir="{}"', code, scripts.direction(code))
    return mark_safe(' dir="auto"')


@register.filter
def running_time(seconds: int | None) -> str:
    """How long a video takes: 2490 → "42 min", 3720 → "1 h 2 min"."""
    if not seconds:
        return ""
    hours, minutes = divmod(max(round(seconds / 60), 1), 60)
    if not hours:
        return _("%(minutes)s min") % {"minutes": minutes}
    return _("%(hours)s h %(minutes)s min") % {"hours": hours, "minutes": minutes}


@register.filter
def names(appearances: Iterable[Appearance]) -> str:
    """The people's names as a sentence has them: "Ana Novotná, Ira Dell and Jan Hora"."""
    return enumeration([appearance.display_name for appearance in appearances])


@register.filter
def role_then(appearance: Appearance) -> str:
    """What they were on that day: "Chair of the Board, Example Bureau"."""
    role, organisation = appearance.role, appearance.organisation_title
    if organisation and organisation.casefold() in role.casefold():
        return role  # "Member of the Board of Example Bureau" names it already
    return ", ".join(part for part in (role, organisation) if part)


@register.simple_tag
def then_sentence(appearance: Appearance | None) -> str:
    """How somebody took part, for the list of their conversations."""
    if appearance is None:
        return ""
    role = role_then(appearance)
    if appearance.is_guest:
        return capfirst(role)
    capacity = str(appearance.get_capacity_display())
    return f"{capacity}\u00a0· {role}" if role else capacity


@register.simple_tag
def part_sentence(made_together: bool, people: list[Appearance]) -> str:
    """What an organisation had to do with an episode, for the list of its conversations."""
    spoke = _("%(people)s for it") % {"people": names(people)} if people else ""
    made = _("Made together") if made_together else ""
    return capfirst("\u00a0· ".join(part for part in (made, spoke) if part))


@register.simple_tag(takes_context=True)
def canonical(context: template.Context, listing: Listing) -> str:
    """The one absolute address of this choice."""
    request = context.get("request")
    return str(request.build_absolute_uri(listing.url)) if request else listing.url


def enumeration(words: list[str]) -> str:
    return get_text_list(words, _("and"))


@register.filter
def provider(video: EpisodeVideo) -> str:
    """The house that a linked video plays from: "YouTube", or a PeerTube host by its name."""
    source = video.source
    if source is None:
        return ""
    return source.host if source.provider == "peertube" else PROVIDERS[source.provider]


@register.filter
def address_at(video: EpisodeVideo | None, seconds: int) -> str:
    """Where a video plays from this second on, without any script of ours."""
    if video is None:
        return ""
    if video.source:
        return replace(video.source, start_s=seconds).watch_url
    return f"{video.media.url}#t={seconds}" if video.media_id else ""


@register.simple_tag
def spoken_language(page: EpisodePage, video: EpisodeVideo | None = None) -> str:
    """The code of the language that is spoken: the video's own, the episode's, the series'."""
    of_video = video.language if video else ""
    return of_video or page.spoken_language or page.series.spoken_language


@register.simple_tag
def provenance(page: EpisodePage, partnerships: Iterable[Partnership]) -> str:
    """When it was recorded and published, whether it was cut, and who helped: in sentences."""
    # Until its premiere it isn't published, whatever day is planned.
    published = "" if page.is_announced else _day(page.published_on)
    dates = {"published": published, "recorded": _day(page.recorded_on)}
    made = {
        (True, True, True): _("Recorded %(recorded)s, published %(published)s, abridged."),
        (True, True, False): _("Recorded %(recorded)s, published %(published)s."),
        (True, False, True): _("Recorded %(recorded)s, abridged."),
        (True, False, False): _("Recorded %(recorded)s."),
        (False, True, True): _("Published %(published)s, abridged."),
        (False, True, False): _("Published %(published)s."),
    }.get((bool(dates["recorded"]), bool(published), page.abridged))
    sentences = [made % dates] if made else []
    for relation, label in Partnership.Relation.choices:
        helpers = [one.organisation_title for one in partnerships if one.relation == relation]
        if helpers:
            sentences.append(f"{label} {enumeration(helpers)}.")
    sentences += [note for note in (page.abridged_note, page.language_note) if note]
    return " ".join(sentences)


def _day(date: Any) -> str:
    return date_format(date, "DATE_FORMAT") if date else ""


@register.simple_tag
def choice_sentence(listing: Listing) -> str:
    """The visitor's choice in words: "17 conversations on China, newest first"."""
    return sentence.sentence(listing)


@register.filter
def order_label(order: str) -> str:
    """An order of results in words, as something to choose: "Newest first"."""
    return capfirst(sentence.order_label(order))


@register.simple_tag(takes_context=True)
def person_of(context: template.Context, quote: Any) -> Any:
    """The quoted person's page with its portrait, where the page around the quote knows it."""
    speaker = quote.get("speaker")
    if not speaker:
        return None
    people = context.get("people_by_id", {})
    # The words may name the person in another language than the page links to them.
    twins = (one for one in people.values() if one.translation_key == speaker.translation_key)
    return people.get(speaker.pk) or next(twins, None)
