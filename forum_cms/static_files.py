"""Static files as production collects them: style sheets that are loaded together, in one file.

Small files are good to read and change; a first visit wants few requests. So each keeps its
file, and collecting them writes one more for each bundle.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from whitenoise.storage import CompressedManifestStaticFilesStorage

#: What every page of the site loads, in this order.
HOUSE = (
    "forum_cms/css/tokens.css",
    "forum_cms/css/fonts.css",
    "forum_cms/css/base.css",
    "forum_cms/css/shell.css",
    "forum_cms/css/header.css",
    "forum_cms/css/languages.css",
    "episodes/search-box.css",
    # The plugin's pages link these themselves; here, templates/speakers says nothing instead.
    "speakers/defaults.css",
    "speakers/parts.css",
    "speakers/speakers.css",
    # The plugin's own too: templates/episodes links them from here.
    "episodes/episodes.css",
    "episodes/quotes.css",
    "episodes/targets.css",
)
#: What the page of an episode loads besides.
EPISODE = (
    "episodes/episode.css",
    "episodes/player.css",
    "episodes/blocks.css",
    "episodes/share.css",
    "episodes/transcript.css",
    "episodes/transcript-words.css",
)
#: What pages with a list of episodes load besides.
LISTS = ("episodes/listing.css", "episodes/facets.css", "episodes/paging.css")
#: Bundle → its file, beside those that name fonts by a relative address, and its parts.
BUNDLES = {
    "house": ("forum_cms/css/house.css", HOUSE),
    "episode": ("episodes/episode-bundle.css", EPISODE),
    "lists": ("episodes/lists-bundle.css", LISTS),
}


class CollectedFiles(CompressedManifestStaticFilesStorage):
    """Named by their content, packed, and with the style sheets of each bundle together."""

    bundles = BUNDLES

    def post_process(
        self, paths: dict[str, Any], dry_run: bool = False, **options: Any
    ) -> Iterator[Any]:
        for together, parts in () if dry_run else BUNDLES.values():
            text = "\n".join(self._text(*paths[path]) for path in parts)
            Path(self.path(together)).write_text(text, encoding="utf-8")
            paths = {**paths, together: (self, together)}
        yield from super().post_process(paths, dry_run, **options)

    @staticmethod
    def _text(storage: Any, path: str) -> str:
        with storage.open(path) as file:
            return file.read().decode("utf-8").strip() + "\n"
