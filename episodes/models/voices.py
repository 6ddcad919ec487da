"""Who the voices of captions are: what an editor said, kept with the captions.

`Captions.voices` maps the name in the cues to `{"speaker": 12, "name": "…"}` (somebody who takes
part, by their page or by name), to `{"other": true}` (somebody else; the name stands as it is
written) or to `{"nobody": true}` (not a person: the words before the colon are words).
A voice that isn't in the map is unconfirmed and nobody's: the page shows the name as written.
"""

from collections.abc import Iterable
from typing import Any

from speakers.names import folded

from .appearance import Appearance

Voices = dict[str, dict[str, Any]]

OTHER: dict[str, Any] = {"other": True}
NOBODY: dict[str, Any] = {"nobody": True}


def entry_of(appearance: Appearance) -> dict[str, Any]:
    """What is kept of a person: the page, and the name for copies that name another page."""
    return {"speaker": appearance.speaker_id, "name": appearance.display_name}


def appearance_of(
    entry: dict[str, Any] | None, appearances: Iterable[Appearance]
) -> Appearance | None:
    """The appearance that an entry means, while that person still takes part."""
    if not entry or "name" not in entry:
        return None
    people = list(appearances)
    by_page = [one for one in people if one.speaker_id and one.speaker_id == entry["speaker"]]
    name = folded(entry["name"])
    by_name = [one for one in people if folded(one.display_name) == name]
    return next(iter(by_page or by_name), None)


def not_people(voices: Voices) -> set[str]:
    """Names before a colon that an editor called no voice."""
    return {name for name, entry in voices.items() if entry == NOBODY}


def people(voices: Voices) -> set[str]:
    """Names that an editor said are somebody's."""
    return {name for name, entry in voices.items() if entry != NOBODY}
