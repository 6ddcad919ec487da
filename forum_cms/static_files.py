"""Static files as production collects them: the house's style sheets in one file.

Small files are good to read and change; a first visit wants few requests. So each keeps its
file, and collecting them writes one more that holds them all.
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
)
#: Beside those that name fonts by a relative address.
TOGETHER = "forum_cms/css/house.css"


class CollectedFiles(CompressedManifestStaticFilesStorage):
    """Named by their content, packed, and with the house's style sheets together."""

    house = (TOGETHER,)

    def post_process(
        self, paths: dict[str, Any], dry_run: bool = False, **options: Any
    ) -> Iterator[Any]:
        if not dry_run:
            text = "\n".join(self._text(*paths[path]) for path in HOUSE)
            Path(self.path(TOGETHER)).write_text(text, encoding="utf-8")
            paths = {**paths, TOGETHER: (self, TOGETHER)}
        yield from super().post_process(paths, dry_run, **options)

    @staticmethod
    def _text(storage: Any, path: str) -> str:
        with storage.open(path) as file:
            return file.read().decode("utf-8").strip() + "\n"
