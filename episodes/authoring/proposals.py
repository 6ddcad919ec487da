"""What an import would do with the people and organisations of an article, before it does it."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from episodes.formats.article import ArticleDraft
from episodes.models import EpisodePage, SeriesPage

from .directory import Decision, Directory, OnRecord
from .earlier import links


@dataclass(frozen=True)
class Proposal:
    """A name of the article, the pages that it might mean, and what happens if nobody decides."""

    name: str
    on_record: OnRecord
    default: Decision


@dataclass(frozen=True)
class Proposals:
    """One for each name, in the article's order."""

    people: tuple[Proposal, ...]
    organisations: tuple[Proposal, ...]


def propose(
    article: ArticleDraft, series: SeriesPage, episode: EpisodePage | None = None
) -> Proposals:
    """Read what is on record; `episode` is the one that the article made before.

    A name is linked by default only where nothing is left to decide, or where an editor linked
    it in the episode; everybody else stays a name.
    """
    directory = Directory(series.locale)
    linked = links(article, episode) if episode else None
    listed = (*article.guests, *article.hosts)
    organisations = (
        *(person.organisation for person in listed if person.organisation),
        *(partner.name for partner in article.partners),
    )
    return Proposals(
        _proposals(
            (person.name for person in listed),
            directory.people_like,
            linked.people if linked else {},
        ),
        _proposals(
            organisations,
            directory.organisations_like,
            linked.organisations if linked else {},
        ),
    )


def _proposals(
    names: Iterable[str], look_up: Callable[[str], OnRecord], linked: dict[str, int]
) -> tuple[Proposal, ...]:
    made = []
    for name in dict.fromkeys(names):
        found = look_up(name)
        if name in linked:
            same = tuple(dict.fromkeys((linked[name], *found.same)))
            similar = tuple(pk for pk in found.similar if pk not in same)
            found = OnRecord(same, similar)
        default: Decision = "leave"
        if name in linked:
            default = linked[name]
        elif len(found.same) == 1:
            default = found.same[0]
        made.append(Proposal(name, found, default))
    return tuple(made)
