"""What an article made before: its episode, and the pages that an editor linked there."""

from dataclasses import dataclass, field

from django.utils.translation import gettext as _
from wagtail.models import Page

from episodes.formats.article import ArticleDraft
from episodes.formats.text import fold
from episodes.models import EpisodePage, Partnership, SeriesPage

from .errors import ImportFailed


def find_episode(
    article: ArticleDraft, series: SeriesPage, source_name: str = ""
) -> EpisodePage | None:
    """The episode that this article made before.

    It is known by its title (as imported, or as it is now), else by the name of its file
    together with its date: corrected titles are common, reused file names too. Raises
    ImportFailed where two have the title.
    """
    episodes = EpisodePage.objects.child_of(series)
    folded = fold(article.title or "")
    same = list(episodes.filter(source_title=folded[:255])[:2]) if folded else []
    if not same:
        titles = episodes.filter(source_title="").values_list("pk", "title")
        same = list(
            episodes.filter(pk__in=[pk for pk, title in titles if fold(title) == folded][:2])
        )
    if not same and source_name and article.publication_date:
        same = list(
            episodes.filter(source_name=source_name, published_on=article.publication_date)[:2]
        )
    if len(same) > 1:
        raise ImportFailed(
            _("Two episodes of this series have this title: rename or delete one of them.")
        )
    return same[0] if same else None


@dataclass
class Links:
    """Primary keys of the pages that stand in an episode already, by the article's names."""

    people: dict[str, int] = field(default_factory=dict)
    organisations: dict[str, int] = field(default_factory=dict)


def links(article: ArticleDraft, episode: EpisodePage) -> Links:
    """The pages that the episode's newest revision links for the names of the article."""
    found = Links()
    page = episode.get_latest_revision_as_object()
    appearances = {fold(one.display_name): one for one in page.appearances.all()}
    for person in (*article.guests, *article.hosts):
        appearance = appearances.get(fold(person.name))
        if appearance is None:
            continue
        if _is_beside(appearance.speaker, episode):
            found.people[person.name] = appearance.speaker_id
        if person.organisation and _is_beside(appearance.organisation, episode):
            found.organisations[person.organisation] = appearance.organisation_id
    for partner in article.partners:
        for partnership in page.partnerships.all():
            if is_named(partnership, partner.name) and _is_beside(
                partnership.organisation, episode
            ):
                found.organisations[partner.name] = partnership.organisation_id
    return found


def _is_beside(linked: Page | None, episode: EpisodePage) -> bool:
    """Whether it stands in the same language tree, where an import may link it."""
    return linked is not None and linked.locale_id == episode.locale_id


def is_named(partnership: Partnership, name: str) -> bool:
    """Whether the partner is called this, by the page's other names too."""
    names = [partnership.organisation_title]
    if partnership.organisation_id:
        names += partnership.organisation.names
    return fold(name) in {fold(one) for one in names}
