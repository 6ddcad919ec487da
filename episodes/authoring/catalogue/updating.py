"""A row that made an episode before: what changed since, here and there.

A field is written only where the row says something new and nobody touched the field since the
import. Everything else stays, and the report says so.
"""

from typing import Any

from django.utils.translation import gettext as _

from episodes.formats.catalogue import Row
from episodes.models import EpisodePage
from episodes.sentences import translated

from . import state
from .identity import row_digest, video_key
from .known import Known
from .outcome import Note, Outcome, refused


def is_settled(found: Known, row: Row, options: Any) -> bool:
    """Whether there is nothing to do: the row says what it said, and nothing is to be published."""
    if found.entry.row != row_digest(row):
        return False
    assert found.episode is not None
    return not (options.publish and _waits_for_publishing(found.episode, found))


def _waits_for_publishing(episode: EpisodePage, found: Known) -> bool:
    """A draft as the import left it, that nobody published or took back."""
    return not episode.first_published_at and episode.latest_revision_id == found.entry.revision


def unchanged(found: Known, row: Row) -> Outcome:
    assert found.episode is not None
    return Outcome(row.line, row.title, "unchanged", found.episode.pk, found.episode.live)


def update(
    found: Known, read: Any, wanted: EpisodePage, notes: list[Note], options: Any
) -> Outcome:
    """Bring the episode up to date with its row."""
    row, entry, episode = read.row, found.entry, found.episode
    assert episode is not None
    if episode.locked:
        sentence = _("The episode is locked, so it can't be updated now.")
        return refused(row.line, row.title, sentence)
    may_go_live = options.publish and (
        (episode.live and not episode.has_unpublished_changes)
        or _waits_for_publishing(episode, found)
    )
    page = episode.get_latest_revision_as_object()
    changed = _carry_over(entry, wanted, page, notes)
    if changed:
        revision = page.save_revision(user=options.user, log_action=True, clean=False)
        entry.revision = revision.pk
        if not episode.live:
            # A draft that was never published shows its newest words in listings, too.
            page.save(clean=False)
    went_live = False
    if may_go_live and (changed or not episode.live):
        missing = page.missing()
        notes += [Note("publish", sentence) for sentence in missing]
        if not missing:
            page.get_latest_revision().publish(user=options.user)
            went_live = True
    elif changed and episode.live:
        notes.append(Note("publish", _("The change waits as a draft: publish it yourself.")))
    known_as = (row_digest(row), video_key(read.link))
    if changed or entry.pk is None or known_as != (entry.row, entry.video):
        entry.row, entry.video = known_as
        entry.save()
    problems = [Note(one.field, translated(one.error)) for one in row.problems]
    return Outcome(
        row.line,
        page.title,
        "updated" if changed or went_live else "unchanged",
        page.pk,
        episode.live or went_live,
        (*problems, *notes),
    )


def _carry_over(entry: Any, wanted: EpisodePage, page: EpisodePage, notes: list[Note]) -> bool:
    """Fill the fields that the row changed and no editor did; whether there were any."""
    # An episode that the import didn't make: what isn't empty is an editor's.
    before = entry.fields or state.digests(EpisodePage())
    now, then = state.digests(page), state.digests(wanted)
    changed = []
    for field in state.FIELDS:
        if then[field] in (before[field], now[field]):
            continue
        if now[field] != before[field]:
            notes.append(Note(field, _("An editor changed this since: it stays as it is.")))
            continue
        state.carry(field, wanted, page)
        changed.append(field)
    entry.fields = {
        field: then[field] if field in changed or then[field] == now[field] else before[field]
        for field in state.FIELDS
    }
    return bool(changed)
