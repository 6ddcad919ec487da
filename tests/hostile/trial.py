"""One hostile input after another: what it did, how long it took, what it left behind."""

import io
import resource
import signal
import socket
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from django.http import HttpResponse
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import Page, Revision
from wagtailmedia.models import get_media_model

#: A case that takes so long hangs; the figure says what the slowest took.
HANGS_AFTER_S = 60
SLOW_S = 5
MOST_MB = 300


@dataclass
class Ledger:
    """What all trials came to; `faults` say which of them failed and why."""

    refused: int = 0
    accepted: int = 0
    slowest: tuple[float, str] = (0.0, "")
    largest: tuple[float, str] = (0.0, "")
    faults: list[str] = field(default_factory=list)

    @property
    def tried(self) -> int:
        return self.refused + self.accepted + len(self.faults)

    def __str__(self) -> str:
        return (
            f"{self.tried} hostile inputs: {self.refused} refused, {self.accepted} taken as text, "
            f"{len(self.faults)} faults; slowest {self.slowest[0]:.2f} s ({self.slowest[1]}), "
            f"most memory {self.largest[0]:.0f} MB ({self.largest[1]})"
        )


class Elsewhere(Exception):
    """Something wanted to talk with another machine."""


@contextmanager
def cut_off() -> Iterator[None]:
    """Inside, nothing but this machine can be reached or looked up."""
    connect, look_up = socket.socket.connect, socket.getaddrinfo

    def is_here(host: Any) -> bool:
        return str(host) in ("127.0.0.1", "::1", "localhost")

    def guarded(self: socket.socket, address: Any) -> Any:
        if self.family != socket.AF_UNIX and not is_here(address[0]):
            raise Elsewhere(f"a request to {address[0]}")
        return connect(self, address)

    def guarded_look_up(host: Any, *args: Any, **kwargs: Any) -> Any:
        if not is_here(host):
            raise Elsewhere(f"a look-up of {host}")
        return look_up(host, *args, **kwargs)

    socket.socket.connect = guarded  # type: ignore[method-assign]
    socket.getaddrinfo = guarded_look_up
    try:
        yield
    finally:
        socket.socket.connect = connect  # type: ignore[method-assign]
        socket.getaddrinfo = look_up


def left_behind() -> tuple[int, ...]:
    models = (Page, Revision, get_image_model(), get_media_model(), get_document_model())
    return tuple(model._base_manager.count() for model in models)


def attempt(ledger: Ledger, name: str, send: Callable[[], HttpResponse], said: Any = None) -> None:
    """Send one input. It may be taken (a redirect, or a page for visitors) or refused.

    `said(response)` gives the sentence of a refusal, where one is due. A refusal that leaves
    something behind, an error page and a word to another machine are faults.
    """
    before = left_behind()
    _forget_peak()
    size = _memory_mb("VmRSS")
    began = time.monotonic()
    signal.signal(signal.SIGALRM, _hangs)
    signal.alarm(HANGS_AFTER_S)
    try:
        with cut_off():
            response = send()
            content = response.getvalue() if response.streaming else response.content
        fault = _fault(response, content, before, said)
    except Exception as error:  # whatever it is, the visitor would see an error page
        response, fault = None, f"{type(error).__name__}: {str(error)[:200]}"
    finally:
        signal.alarm(0)
    took, grown = time.monotonic() - began, _memory_mb("VmHWM") - size
    ledger.slowest = max(ledger.slowest, (took, name))
    ledger.largest = max(ledger.largest, (grown, name))
    if not fault and grown > MOST_MB:
        fault = f"took {grown:.0f} MB"
    if fault:
        ledger.faults.append(f"{name}: {fault}")
    elif response is not None and (said or response.status_code >= 400) and before == left_behind():
        ledger.refused += 1
    else:
        ledger.accepted += 1


def _fault(response: HttpResponse, content: bytes, before: Any, said: Any) -> str:
    if response.status_code >= 500:
        return f"answered {response.status_code}"
    is_page = response.get("Content-Type", "").startswith("text/html")
    if is_page and (b"<script>alert(" in content or b"<img src=x onerror" in content):
        return "a script came back as a script"
    if said and response.status_code == 200 and before != left_behind():
        return "refused, and something stayed"
    if said and response.status_code == 200 and not said(response):
        return "refused without a sentence"
    return ""


def _hangs(_signal: int, _frame: Any) -> None:
    raise TimeoutError(f"hangs: no answer after {HANGS_AFTER_S} s")


def _memory_mb(line: str) -> float:
    """`VmRSS` (now) or `VmHWM` (the most since `_forget_peak`) of this process; Linux."""
    try:
        status = Path("/proc/self/status").read_text(encoding="ascii")
    except OSError:  # another system: the most so far is all that it tells
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return int(status.split(f"{line}:")[1].split()[0]) / 1024


def _forget_peak() -> None:
    with suppress(OSError):
        Path("/proc/self/clear_refs").write_text("5", encoding="ascii")


def named(content: bytes, name: str) -> io.BytesIO:
    """A file as a browser sends it."""
    file = io.BytesIO(content)
    file.name = name
    return file
