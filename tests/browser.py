"""A real browser for tests: Debian's Chromium, headless, talking to the live server only.

A test that takes `page` (or `browser_context`) is marked `browser` and is skipped, with the
reason, where there is no Chromium.
"""

import os
import shutil
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from threading import Lock, current_thread, get_ident, main_thread
from urllib.parse import urlsplit

import pytest
from django.core.signals import request_finished, request_started
from django.db import connection
from django.test import Client
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

NAMES = ("chromium", "chromium-browser", "google-chrome")
#: A container's root can't use the sandbox; the rest keeps the browser from calling home.
ARGUMENTS = [
    "--no-sandbox",
    "--disable-dev-shm-usage",
    "--disable-quic",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]
PATIENCE_MS = 20_000
FIXTURES = {"chromium", "browser_context", "page", "witness"}


def find_chromium() -> str | None:
    """The program's path: from the variable CHROMIUM, else by its usual names."""
    named = os.environ.get("CHROMIUM")
    return named or next(filter(None, map(shutil.which, NAMES)), None)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if FIXTURES & set(getattr(item, "fixturenames", ())):
            item.add_marker("browser")


@dataclass
class Witness:
    """What went on in the browser, for a test to look at."""

    host: str
    errors: list[str] = field(default_factory=list)
    foreign_requests: list[str] = field(default_factory=list)
    failed_requests: list[str] = field(default_factory=list)

    @property
    def policy_violations(self) -> list[str]:
        return [text for text in self.errors if "Content Security Policy" in text]


@pytest.fixture(scope="module")
def chromium(django_db_setup, django_db_blocker) -> Iterator[Browser]:
    path = find_chromium()
    if not path or not Path(path).exists():
        pytest.skip("There is no Chromium here: install it (apt-get install chromium).")
    migrated = connection._test_serialized_contents
    with pytest.MonkeyPatch.context() as patch, sync_playwright() as playwright:
        # Playwright's loop runs in this thread. Django would take that for asynchronous code;
        # and inside the loop it uses another connection, which must know what to restore too.
        patch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "true")
        connection._test_serialized_contents = migrated
        browser = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        yield browser
        browser.close()
        with django_db_blocker.unblock():
            connection.close()


class Work:
    """Knows the threads in which the live server answers: one for each connection of a browser.

    A browser says goodbye after its tab is closed, so a request can outlive the test it is of:
    this one watches from the first test to the last.
    """

    PATIENCE_S = 30
    QUIET_S = 0.05

    def __init__(self) -> None:
        self._lock = Lock()
        self._busy: set[int] = set()
        self._changed_at = time.monotonic()

    def begins(self, **_: object) -> None:
        if current_thread() is main_thread():
            return
        with self._lock:
            self._busy.add(get_ident())
            self._changed_at = time.monotonic()

    def ends(self, **_: object) -> None:
        with self._lock:
            self._busy.discard(get_ident())
            self._changed_at = time.monotonic()

    def wait(self) -> None:
        """Return when nothing is asked any more: nobody may work on what is emptied next."""
        until = time.monotonic() + self.PATIENCE_S
        while self._busy or time.monotonic() - self._changed_at < self.QUIET_S:
            assert time.monotonic() < until, f"The live server answers {len(self._busy)} requests."
            time.sleep(0.01)


@pytest.fixture(scope="session")
def work() -> Iterator[Work]:
    """What the live server is busy with."""
    watched = Work()
    request_started.connect(watched.begins)
    request_finished.connect(watched.ends)
    yield watched
    request_started.disconnect(watched.begins)
    request_finished.disconnect(watched.ends)


@pytest.fixture
def live_site(django_db_serialized_rollback, live_server):
    """The address of a running site; root page and locale are back in every test."""
    return live_server.url


@pytest.fixture
def browser_context(chromium, live_site, work) -> Iterator[BrowserContext]:
    context = chromium.new_context(base_url=live_site, locale="en-GB")
    # A machine that does other things besides is slow; what never comes fails all the same.
    context.set_default_timeout(PATIENCE_MS)
    expect.set_options(timeout=PATIENCE_MS)
    yield context
    context.close()
    work.wait()


@pytest.fixture
def witness(browser_context, live_site) -> Witness:
    """Sees every request and every complaint in the console. Other hosts are never reached."""
    seen = Witness(urlsplit(live_site).netloc)

    def route(route, request):
        seen.foreign_requests.append(request.url)
        route.abort()

    def answered(response):
        if response.status >= 400:
            seen.failed_requests.append(f"{response.status} {response.url}")

    browser_context.route(
        lambda url: url.startswith("http") and urlsplit(url).netloc != seen.host, route
    )
    browser_context.on("response", answered)
    browser_context.on(
        "console",
        lambda message: seen.errors.append(message.text) if message.type == "error" else None,
    )
    browser_context.on("weberror", lambda error: seen.errors.append(str(error.error)))
    return seen


@pytest.fixture
def page(browser_context, witness) -> Page:
    """A tab of a visitor."""
    return browser_context.new_page()


@pytest.fixture
def sign_in(browser_context, live_site):
    """Sign a user in without the form: call it with the user."""

    def sign_in(user) -> None:
        client = Client()
        client.force_login(user)
        value = client.cookies["sessionid"].value
        browser_context.add_cookies([{"name": "sessionid", "value": value, "url": live_site}])

    return sign_in


def agree_to_play(page: Page) -> None:
    """Answers the question that comes before a video of another house is played."""
    page.locator(".consent").get_by_role("button", name="Play").click()
