"""A bar that shows how far a command is; where nobody watches, a line every tenth of the way."""

import time
from typing import Any

WIDTH = 30
SECONDS_BETWEEN = 0.2


class Progress:
    """On a terminal one line that is written over; in a log a line at each tenth."""

    def __init__(self, stream: Any, unit: str = "rows") -> None:
        self._stream, self._unit = stream, unit
        self._watched = bool(getattr(stream, "isatty", lambda: False)())
        # Django's streams of commands add a line end of their own.
        self._as_it_is = {"ending": ""} if hasattr(stream, "style_func") else {}
        self._start = time.monotonic()
        self._last = 0.0
        self._tenth = 0

    def show(self, share: float, count: int) -> None:
        """`share` of the way is done, from 0 to 1, with so many of them."""
        now = time.monotonic()
        if self._watched and now - self._last >= SECONDS_BETWEEN:
            self._last = now
            self._write("\r" + self._line(share, count))
        elif not self._watched and int(share * 10) > self._tenth:
            self._tenth = int(share * 10)
            self._write(self._line(share, count) + "\n")

    def end(self) -> None:
        """Leave the line of the bar."""
        if self._watched and self._last:
            self._write("\n")

    def _line(self, share: float, count: int) -> str:
        seconds = time.monotonic() - self._start
        done = round(share * WIDTH)
        rate = f"{count / seconds:.0f} a second" if seconds else ""
        return f"[{'#' * done}{'.' * (WIDTH - done)}] {share:4.0%} {count} {self._unit}, {rate}"

    def _write(self, text: str) -> None:
        self._stream.write(text, **self._as_it_is)
        self._stream.flush()
