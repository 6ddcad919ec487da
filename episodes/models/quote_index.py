"""What people said, newest first, read from the passages that the search keeps.

The index of the search knows only what visitors may see; the episodes are asked again all the
same, so that a quote is never shown without its episode.
"""

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.db.models import F, Q, QuerySet, TextField, Value, prefetch_related_objects
from django.db.models.functions import Concat

from episodes.terms import Term, Terms
from speakers.models import SpeakerPage
from speakers.visibility import visible

from .appearance import Appearance
from .queryset import EpisodeQuerySet, people
from .search import SaidPassage
from .tags import EpisodeTag, TaggedEpisode

if TYPE_CHECKING:
    from .episode import EpisodePage
    from .series import SeriesPage

#: So many people are offered to choose from: those who are quoted most.
MAX_PEOPLE = 100


@dataclass(frozen=True)
class ShownQuote:
    """Somebody's words with who they were on that day; `speaker` where their page is public."""

    text: str
    name: str
    start_s: int | None
    episode: "EpisodePage"
    appearance: Appearance | None = None
    speaker: SpeakerPage | None = None


def of_episodes(episodes: EpisodeQuerySet) -> QuerySet[SaidPassage]:
    """All quotes of these episodes, newest first, in the order of the article."""
    return SaidPassage.objects.filter(
        kind=SaidPassage.Kind.QUOTE, entry__page__in=episodes.order_by().values("pk")
    ).order_by("-entry__published_on", "-entry__page_id", "pk")


def of_person(episodes: EpisodeQuerySet, person: SpeakerPage) -> QuerySet[SaidPassage]:
    """What this person said there, whatever language their page is in."""
    return by_person(of_episodes(episodes), person)


def by_person(quotes: QuerySet[SaidPassage], person: SpeakerPage) -> QuerySet[SaidPassage]:
    return quotes.filter(said_by__translation_key=person.translation_key)


def with_tag(quotes: QuerySet[SaidPassage], tag: EpisodeTag) -> QuerySet[SaidPassage]:
    """Those of conversations about this topic."""
    carriers = TaggedEpisode.objects.filter(tag=tag).values("content_object_id")
    return quotes.filter(entry__page__in=carriers)


def with_words(quotes: QuerySet[SaidPassage], terms: Terms) -> QuerySet[SaidPassage]:
    """Those that say all of it. Quotes are few: reading them takes no index of their words."""
    quotes = quotes.alias(spaced=Concat(Value(" "), "words", Value(" "), output_field=TextField()))
    for term in terms.terms:
        quotes = quotes.filter(_says(term))
    return quotes


def _says(term: Term) -> Q:
    end = "" if term.open_end else " "
    found = Q()
    for phrase in term.phrases:
        found |= Q(spaced__contains=f" {' '.join(phrase)}{end}")
    return found


def shown(quotes: QuerySet[SaidPassage], *, with_people: bool = False) -> list[ShownQuote]:
    """The quotes with their episodes, in one query; their people take a few more."""
    with_keys = quotes.annotate(said_by_key=F("said_by__translation_key"))
    rows = list(with_keys.select_related("entry__page__episodepage__locale"))
    episodes = {row.entry.page_id: row.entry.page.episodepage for row in rows}
    if with_people:
        prefetch_related_objects(list(episodes.values()), people("face"))
    return [_shown(row, episodes[row.entry.page_id], with_people) for row in rows]


def _shown(row: Any, episode: "EpisodePage", with_people: bool) -> ShownQuote:
    part = _appearance(row, episode) if with_people else None
    speaker = part.public_speaker if part and _is_same(row, part) else None
    return ShownQuote(row.text, row.speaker, row.start_s, episode, part, speaker)


def _is_same(row: Any, part: Appearance) -> bool:
    """Whether they said it; the words may name the person in another language than the page."""
    if not row.said_by_id:
        return False
    person = part.public_speaker
    return part.speaker_id == row.said_by_id or bool(
        person and person.translation_key == row.said_by_key
    )


def _appearance(row: Any, episode: "EpisodePage") -> Appearance | None:
    """The person's part in that episode: by their page, else by their name of that day."""
    parts = list(episode.appearances.all())
    own = [one for one in parts if _is_same(row, one)]
    named = [one for one in parts if row.speaker and one.display_name == row.speaker]
    return next(iter(own or named), None)


def quoted_people(quotes: QuerySet[SaidPassage], series: "SeriesPage") -> list[SpeakerPage]:
    """Those who are quoted most and have a page to see, by name; each in one language."""
    # Counted here: grouped by what is joined, PostgreSQL plans this for minutes of work.
    said_by = quotes.filter(said_by__isnull=False).order_by().values_list("said_by_id", flat=True)
    most = [key for key, _count in Counter(said_by).most_common(MAX_PEOPLE)]
    keys = list(SpeakerPage.objects.filter(pk__in=most).values_list("translation_key", flat=True))
    pages = visible(SpeakerPage.objects.filter(translation_key__in=keys)).defer("biography")
    found: dict[Any, SpeakerPage] = {}
    for page in pages.order_by("title", "pk"):
        if page.translation_key not in found or page.locale_id == series.locale_id:
            found[page.translation_key] = page
    return sorted(found.values(), key=lambda page: (page.title, page.pk))


def quoted_tags(quotes: QuerySet[SaidPassage]) -> list[EpisodeTag]:
    """Topics of the conversations that are quoted."""
    carried = TaggedEpisode.objects.filter(
        content_object_id__in=quotes.order_by().values("entry__page_id")
    )
    return list(EpisodeTag.objects.filter(pk__in=carried.values("tag")))
