"""Where episodes name a person: rows, bodies, captions and their versions.

Registered with `speakers.safety`, which replaces words; here is what the words can't say.
"""

import json
from collections.abc import Iterable
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.utils.translation import gettext_lazy as _
from modelsearch.index import insert_or_update_object
from wagtail.models import Page, ReferenceIndex, Revision

from episodes import quotes
from episodes.filters import Kind
from episodes.models import (
    Appearance,
    Captions,
    EpisodePage,
    EpisodeTag,
    EpisodeVideo,
    Partnership,
    TaggedEpisode,
    Takeaway,
    listing_index,
    voices,
)
from episodes.models.listed import Facet
from episodes.search import index
from speakers.models import OrganisationPage, SpeakerPage
from speakers.safety import registry
from speakers.safety.case import Case
from speakers.safety.journal import Journal
from speakers.safety.registry import Places, Rows

Content = dict[str, Any]

GROUPS = {
    "episodes.episodepage": _("Episodes: notes and sources"),
    "episodes.episodepage.lead": _("Episodes: leads"),
    "episodes.episodepage.body": _("Episodes: articles and quotes"),
    "episodes.appearance": _("Episodes: people"),
    "episodes.takeaway": _("Episodes: takeaways"),
    "episodes.partnership": _("Episodes: partners"),
    "episodes.episodevideo": _("Episodes: videos"),
    "episodes.episodevideo.chapters": _("Chapters"),
    "episodes.captions": _("Captions and transcripts"),
    "episodes.captions.voices": _("Voices of captions"),
    "episodes.episodetag": _("Topics"),
    "episodes.formertagaddress": _("Former addresses of topics"),
    "episodes.catalogueentry": _("Catalogues and their reports"),
    "episodes.catalogueupload": _("Catalogues and their reports"),
    "episodes.catalogueline": _("Catalogues and their reports"),
    "episodes.seriespage": _("Series"),
}
DERIVED = frozenset(
    f"episodes.{name}"
    for name in (
        "searchentry", "searchtext", "searchword", "saidpassage", "listedepisode", "facet",
        "facetedepisode", "facetpair", "facetedquote",
    )
)  # fmt: skip
#: What an episode keeps of a person's day, by what an editor may let stand.
OF_THAT_DAY: dict[str, Content] = {
    "role": {"role": ""},
    "organisation": {"organisation": None, "organisation_name": ""},
    "countries": {"country": ""},
}


def register() -> None:
    registry.register(
        "episodes",
        Places(
            groups=GROUPS,
            derived=DERIVED,
            removed=frozenset({"episodes.formertagaddress"}),
            names=names,
            related=related,
            pictures=posters,
            beyond=videos,
            rewrite=rewrite,
            change=change,
            refresh=refresh,
        ),
    )


def _with(keys: list[int]) -> Any:
    """Episodes in which one of these pages takes part."""
    return EpisodePage.objects.filter(appearances__speaker__in=keys).distinct()


def names(keys: list[int]) -> list[str]:
    """What the person was called in an episode, above a quote, by an editor of captions."""
    found = list(Appearance.objects.filter(speaker__in=keys).values_list("name", flat=True))
    for episode in _with(keys).iterator(chunk_size=50):
        found += [
            quote.speaker_name or ""
            for quote in quotes.quotes(episode.body)
            if quote.speaker_id in keys
        ]
    said = Captions.objects.filter(video__episode__in=_with(keys).values("pk"))
    for heard in said.values_list("voices", flat=True):
        for name, entry in heard.items():
            if entry.get("speaker") in keys:
                found += [name, entry.get("name") or ""]
    return found


def related(keys: list[int]) -> Rows:
    episodes = set(_with(keys).values_list("pk", flat=True))
    page = ContentType.objects.get_for_model(Page)
    revisions = Revision.objects.filter(
        base_content_type=page, object_id__in=[str(key) for key in episodes]
    )
    videos = EpisodeVideo.objects.filter(episode__in=episodes)

    def rows(found: Any) -> set[Any]:
        return set(found.values_list("pk", flat=True))

    return {
        "wagtailcore.page": episodes,
        "episodes.episodepage": episodes,
        "wagtailcore.revision": rows(revisions),
        "episodes.appearance": rows(Appearance.objects.filter(episode__in=episodes)),
        "episodes.takeaway": rows(Takeaway.objects.filter(episode__in=episodes)),
        "episodes.episodevideo": rows(videos),
        "episodes.captions": rows(Captions.objects.filter(video__in=videos.values("pk"))),
    }


def posters(keys: list[int]) -> list[int]:
    episodes = _with(keys)
    found = list(episodes.values_list("poster", flat=True))
    videos = EpisodeVideo.objects.filter(episode__in=episodes.values("pk"))
    found += videos.values_list("poster", flat=True)
    return [pk for pk in found if pk]


def videos(keys: list[int]) -> list[tuple[str, str]]:
    """Their voice and face, at other houses and here."""
    found = []
    rows = EpisodeVideo.objects.filter(episode__in=_with(keys).values("pk")).select_related("media")
    for video in rows.order_by("pk"):
        if video.link:
            found.append((str(_("The video itself, its title and its description")), video.link))
        elif video.media:
            found.append((str(_("The video file on this site")), video.media.url))
    return found


# What names the person by their page


def rewrite(case: Case, label: str, column: str, value: Any) -> Any:
    """A stored body, the voices of captions, or a version of an episode."""
    if (label, column) == ("episodes.episodepage", "body") and isinstance(value, list):
        return _body(case, value)
    if (label, column) == ("episodes.captions", "voices") and isinstance(value, dict):
        return _voices(case, value)
    is_version = label == "wagtailcore.revision" and isinstance(value, dict)
    return _version(case, value) if is_version and "appearances" in value else value


def _version(case: Case, content: Content) -> Content:
    found = {**content, "appearances": _appearances(case, content)}
    if isinstance(body := content.get("body"), str) and body[:1] == "[":
        blocks = json.loads(body)
        if (changed := _body(case, blocks)) != blocks:
            found["body"] = json.dumps(changed)
    for video in content.get("videos") or []:
        for row in video.get("captions") or []:
            row["voices"] = _voices(case, row.get("voices") or {})
    return found


def _appearances(case: Case, content: Content) -> list[Content]:
    found = []
    for row in content.get("appearances") or []:
        if row.get("speaker") not in case.page_ids:
            found.append(row)
        elif not case.drops_appearances:
            found.append({**row, **_part(case, _language(content.get("locale")))})
    return found


def _part(case: Case, language: str) -> Content:
    """What an episode says from now on of the person's part in it."""
    said: Content = {"name": "", "honorific": ""}
    for what, emptied in OF_THAT_DAY.items():
        if not case.keeps(what):
            said |= emptied
    if case.is_withdrawal:
        said |= {"speaker": None, "name": case.unnamed_guest(language)}
    return said


def _body(case: Case, blocks: list[Any]) -> list[Any]:
    found = []
    for block in blocks:
        value: Any = block.get("value") if isinstance(block, dict) else None
        is_theirs = isinstance(value, dict) and value.get("speaker") in case.page_ids
        if not is_theirs or block.get("type") != "quote":
            found.append(block)
        elif not case.drops_quotes:
            speaker = None if case.is_withdrawal else value["speaker"]
            found.append({**block, "value": {**value, "speaker": speaker, "speaker_name": ""}})
    return found


def _voices(case: Case, heard: Content) -> Content:
    found = {}
    for name, entry in heard.items():
        is_theirs = isinstance(entry, dict) and entry.get("speaker") in case.page_ids
        if is_theirs:
            entry = voices.OTHER if case.is_withdrawal else {**entry, "name": case.pseudonym}
        found[name] = entry
    return found


def _language(locale_id: Any) -> str:
    from wagtail.models import Locale

    found = Locale.objects.filter(pk=locale_id).values_list("language_code", flat=True)
    return found.first() or ""


def change(case: Case, journal: Journal) -> None:
    """The people of episodes as they stand, and topics that were nothing but the name."""
    columns = {field.name: field.column for field in Appearance._meta.local_concrete_fields}
    rows = Appearance.objects.filter(speaker__in=case.page_ids)
    parts = rows.values_list("pk", "episode_id", "episode__locale__language_code")
    for pk, episode_id, language in list(parts):
        if case.drops_appearances:
            journal.delete(Appearance, pk)
        else:
            said = _part(case, language)
            journal.change(Appearance, pk, {str(columns[name]): one for name, one in said.items()})
        journal.touched["episodes.episodepage"].add(episode_id)
    if case.is_withdrawal:
        _drop_topics(case, journal)


def _drop_topics(case: Case, journal: Journal) -> None:
    renamed = EpisodeTag.objects.filter(pk__in=journal.touched.get("episodes.episodetag", ()))
    for tag in renamed.filter(name__startswith=case.pseudonym):
        for row in TaggedEpisode.objects.filter(tag=tag):
            journal.touched["episodes.episodepage"].add(row.content_object_id)
            journal.delete(TaggedEpisode, row.pk)
        journal.delete(EpisodeTag, tag.pk)


# What is made anew


def refresh(touched: Rows) -> None:
    """Lists, the search and what the admin knows of episodes."""
    episodes = _episodes_of(touched)
    people = _pages(SpeakerPage, touched)
    organisations = _pages(OrganisationPage, touched)
    topics = sorted(touched.get("episodes.episodetag", ()))
    listing_index.refresh(episodes)
    gone = set(topics) - set(EpisodeTag.objects.filter(pk__in=topics).values_list("pk", flat=True))
    Facet.objects.filter(kind=Kind.TAG, value__in=[str(key) for key in gone]).delete()
    for kind, keys in (
        (Kind.SPEAKER, people),
        (Kind.ORGANISATION, organisations),
        (Kind.TAG, topics),
    ):
        listing_index.refresh_names(kind, [str(key) for key in keys])
    index.update_organisations(organisations)
    index.update_speakers(people)
    index.update_episodes(episodes)
    for key in topics:
        index.update_tag(key)
    for start in range(0, len(episodes), index.BATCH):
        for page in EpisodePage.objects.filter(pk__in=episodes[start : start + index.BATCH]):
            insert_or_update_object(page)
            ReferenceIndex.create_or_update_for_object(page)


def _pages(model: Any, touched: Rows) -> list[int]:
    keys = touched.get("wagtailcore.page", set()) | touched.get(model._meta.label_lower, set())
    return sorted(model.objects.filter(pk__in=keys).values_list("pk", flat=True))


def _episodes_of(touched: Rows) -> list[int]:
    """The episodes that these rows belong to."""
    found = set(_pages(EpisodePage, touched))
    ways: list[tuple[Any, str]] = [
        (Appearance, "episode_id"),
        (Partnership, "episode_id"),
        (Takeaway, "episode_id"),
        (EpisodeVideo, "episode_id"),
        (Captions, "video__episode_id"),
        (TaggedEpisode, "content_object_id"),
    ]
    for model, way in ways:
        keys: Iterable[Any] = touched.get(model._meta.label_lower, ())
        if keys:
            found |= set(model.objects.filter(pk__in=keys).values_list(way, flat=True))
    tags = touched.get("episodes.episodetag", ())
    carriers = TaggedEpisode.objects.filter(tag__in=tags)
    return sorted(found | set(carriers.values_list("content_object_id", flat=True)))
