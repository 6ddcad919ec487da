"""`python -m bench.following ADDRESS [SECONDS]`: what it costs to follow a film in its transcript.

Opens the page in Chromium and plays the film, while the browser records what each task of the
page's thread takes: a frame is late when one takes over 50 ms. Then the same with leaps to and
fro. Beside it the film with the transcript closed, which is what the film alone costs. A phone is
taken to be four times slower. Ends with 1 where following costs a phone a frame over 50 ms, or
something shifts.
"""

import json
import sys
from argparse import ArgumentParser
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from playwright.sync_api import Browser, Page, sync_playwright

from tests.browser import ARGUMENTS, find_chromium

#: A task over so many milliseconds holds up a frame.
LATE_MS = 50.0
#: How much longer a phone works on the same.
SLOWER = 4
TRACED = ["toplevel", "devtools.timeline", "__metadata"]
SHIFTS = """
window.shifted = 0;
new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) {
    // The browser's own captions on the film have no node.
    if (!entry.hadRecentInput && entry.sources.some((one) => one.node)) {
      window.shifted += entry.value;
    }
  }
}).observe({ type: "layout-shift", buffered: true });
"""
PLAY = """async () => {
  const film = document.querySelector("video");
  film.muted = true;
  film.currentTime = 1;
  await film.play();
}"""
COUNT = """() => {
  window.moved = 0;
  const words = document.querySelector("transcript-words");
  new MutationObserver((list) => { window.moved += list.length; })
    .observe(words, { attributes: true, subtree: true });
}"""
LEAP = """(share) => {
  const film = document.querySelector("video");
  film.currentTime = share * film.duration;
}"""


@dataclass(frozen=True)
class Way:
    """A way to watch: with the transcript open or not, and with so many leaps."""

    is_open: bool
    leaps: int


WAYS = {
    "film alone": Way(is_open=False, leaps=0),
    "followed": Way(is_open=True, leaps=0),
    "film alone, leaps": Way(is_open=False, leaps=10),
    "followed, leaps": Way(is_open=True, leaps=10),
}


def main() -> None:
    parser = ArgumentParser(prog="python -m bench.following", description=__doc__)
    parser.add_argument("address")
    parser.add_argument("seconds", nargs="?", type=float, default=10.0)
    options = parser.parse_args()
    heads = ("tasks", "longest ms", "on a phone", f"over {LATE_MS:.0f} ms", "shift", "marks moved")
    print(f"{'':20}" + "".join(f"{head:>13}" for head in heads))
    failed = False
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_chromium(), args=ARGUMENTS)
        for name, way in WAYS.items():
            tasks, shifted, moved = follow(browser, options, way)
            late = sum(task * SLOWER > LATE_MS for task in tasks)
            print(
                f"{name:20}{len(tasks):>13}{max(tasks):>13.1f}{max(tasks) * SLOWER:>13.1f}"
                f"{late:>13}{shifted:>13.4f}{moved:>13}",
                flush=True,
            )
            failed |= bool(shifted or (late and way.is_open and not way.leaps))
        browser.close()
    sys.exit(failed)


def follow(browser: Browser, options: Any, way: Way) -> tuple[list[float], float, int]:
    """Milliseconds of each task while the film plays, the layout shift, and how often the mark moved."""
    context = browser.new_context(viewport={"width": 1280, "height": 720})
    page = context.new_page()
    page.add_init_script(SHIFTS)
    page.goto(options.address)
    if way.is_open:
        page.locator("#transcript > summary").click()
    page.evaluate(PLAY)
    page.evaluate(COUNT)
    browser.start_tracing(page=page, categories=TRACED)
    watch(page, options.seconds, way.leaps)
    events = json.loads(browser.stop_tracing())["traceEvents"]
    shifted, moved = page.evaluate("[window.shifted, window.moved]")
    context.close()
    return list(tasks_ms(events)), shifted, moved


def watch(page: Page, seconds: float, leaps: int) -> None:
    """Let the film play, from another place every now and then."""
    for at in range(leaps):
        page.evaluate(LEAP, (at * 0.37) % 0.9)
        page.wait_for_timeout(1000 * seconds / leaps)
    if not leaps:
        page.wait_for_timeout(1000 * seconds)


def tasks_ms(events: Iterable[dict[str, Any]]) -> Iterable[float]:
    """What tasks took of the processor, of the threads on which pages are laid out.

    Not of the clock: whatever else the machine does would count as the page's.
    """
    events = list(events)
    mains = {
        (event["pid"], event["tid"])
        for event in events
        if event["name"] == "thread_name" and event["args"]["name"] == "CrRendererMain"
    }
    for event in events:
        is_task = event["name"] in ("RunTask", "ThreadControllerImpl::RunTask")
        if is_task and (event["pid"], event["tid"]) in mains and "tdur" in event:
            yield event["tdur"] / 1000


if __name__ == "__main__":
    main()
