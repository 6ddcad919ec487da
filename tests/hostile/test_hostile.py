"""More than three hundred hostile and broken inputs, through the doors that they would take.

`make hostile` prints what they came to. None may end in an error page, reach another machine,
hang, take much memory, or leave half a draft.
"""

import os
import sys

import pytest
from django.contrib.auth import get_user_model
from django.urls import reverse

from episodes.models import CatalogueUpload, EpisodePage
from tests import factories
from tests.episodes.admin import editing

from . import captions, files, queries
from .trial import SLOW_S, Ledger, attempt, named

ARTICLE = "episodes:from_article"


@pytest.fixture
def ledger(capsys):
    """What the trials of one test come to; told to whoever asks for the figure."""
    own = Ledger()
    yield own
    if os.environ.get("HOSTILE"):
        with capsys.disabled():
            sys.stdout.write(f"\n  {own}\n")


def settle(ledger: Ledger) -> None:
    """Fails for every fault; how slow is too slow depends on the machine, and is told only."""
    too_slow = [f"slow: {ledger.slowest}"] if ledger.slowest[0] > SLOW_S else []
    assert ledger.faults + (too_slow if os.environ.get("HOSTILE") else []) == []


@pytest.fixture
def editor(client, db):
    user = get_user_model().objects.create_superuser("ada", "ada@example.org", "secret")
    client.force_login(user)
    return client


def errors(response):
    """The sentences beside the fields of a form that came back."""
    context = response.context or {}
    form = context.get("form") if "form" in context else None
    if form is None or "review" in context:
        return ["a page of its own"]
    return [str(sentence) for one in form.errors.values() for sentence in one]


def test_articles(editor, series, people, ledger):
    for name, make in files.ARTICLES.items():
        content = make()

        def send(content=content, name=name):
            data = {"series": series.pk, "file": named(content, name), "text": ""}
            return editor.post(reverse(ARTICLE), data)

        attempt(ledger, name, send, errors)
    assert not EpisodePage.objects.exists()
    settle(ledger)


def test_pasted_texts(editor, series, people, ledger):
    for name in [one for one in files.ARTICLES if one.endswith((".html", ".md", ".txt"))]:
        content = files.ARTICLES[name]()
        if len(content) > 1_000_000:
            continue
        text = content.decode("utf-8", "ignore")

        def send(text=text, name=name):
            pasted = text if name.endswith(".html") else ""
            data = {"series": series.pk, "text": text, "pasted": pasted}
            return editor.post(reverse(ARTICLE), data)

        attempt(ledger, f"pasted {name}", send, errors)
    for field in ("parcel", "open", "part"):
        for value in ("", "x", "a:b:c", "\0", "." * 5000, ".eJw:1x:" + "y" * 43):
            data = {field: value, "again": "1"} if field == "part" else {field: value}
            attempt(
                ledger,
                f"{field} {value[:9]!r}",
                lambda data=data: editor.post(reverse(ARTICLE), data),
            )
    settle(ledger)


def test_catalogues(editor, series, people, ledger):
    address = reverse("episodes:from_catalogue")
    for name, make in files.CATALOGUES.items():
        content = make()

        def send(content=content, name=name):
            return editor.post(address, {"series": series.pk, "file": named(content, name)})

        attempt(ledger, name, send)
    # What was taken becomes rows of a report, or drafts, step by step.
    for upload in CatalogueUpload.objects.all():
        step = reverse("episodes:catalogue", args=[upload.pk])
        attempt(ledger, f"rows of {upload}", lambda step=step: editor.post(step))
        attempt(ledger, f"report of {upload}", lambda step=step: editor.get(step))
    settle(ledger)


def test_captions(editor, series, people, ledger):
    for name, make in captions.CAPTIONS.items():
        row = editing.video(
            link="https://www.youtube.com/watch?v=abcdefghijk",
            captions=[editing.captions(make(), language="en")],
        )
        data = editing.episode_form(title="Conversation", videos=[row])
        attempt(
            ledger,
            f"captions: {name}",
            lambda data=data: editor.post(editing.new_url(series), data),
        )
    settle(ledger)


def test_pictures(editor, series, ledger):
    for name, make in files.PICTURES.items():
        content = make()
        for kind, address in (
            ("picture", reverse("wagtailimages:add")),
            ("document", reverse("wagtaildocs:add")),
            ("media", reverse("wagtailmedia:add", args=["video"])),
        ):
            if kind == "document" and name != "script.svg":
                continue

            def send(content=content, name=name, address=address):
                return editor.post(address, {"title": name, "file": named(content, name)})

            attempt(ledger, f"{kind} {name}", send)
    settle(ledger)


def test_questions(client, series, people, organisations, ledger):
    person = factories.SpeakerPageFactory(parent=people, slug="ada")
    factories.OrganisationPageFactory(parent=organisations)
    page = factories.episode(series, [person], [factories.TagFactory(name="Courts")])
    base = series.get_url()
    addresses = {
        "series": base,
        "feed": f"{base}feed/",
        "json": f"{base}json/",
        "calendar": f"{base}calendar/",
        "quotes": f"{base}quotes/",
        "quotes json": f"{base}quotes/json/",
        "episode": page.get_url(),
        "search": "/search/",
        "suggestions": "/search/suggest/",
        "people": people.get_url(),
        "organisations": organisations.get_url(),
        "speaker": person.get_url(),
    }
    numbers = list(queries.VALUES.items())
    for at, (kind, names) in enumerate(queries.PARAMETERS.items()):
        for value_at, (name, value) in enumerate(numbers):
            # Each page gets each value, its parameters in turn.
            parameter = names[(at + value_at) % len(names)]
            question = f"{addresses[kind]}?{parameter}={value}&{parameter}=b&{parameter}[]=c"
            attempt(
                ledger, f"{kind}?{parameter}={name}", lambda question=question: client.get(question)
            )
    for tail in queries.TAILS:
        for start in (base, page.get_url()):
            attempt(ledger, f"…/{tail[:20]}", lambda at=start + tail: client.get(at))
    for name, headers in queries.HEADERS.items():
        attempt(ledger, f"header {name}", lambda headers=headers: client.get(base, headers=headers))
    for method in queries.METHODS:
        for kind in ("series", "search", "feed"):
            attempt(
                ledger,
                f"{method} {kind}",
                lambda method=method, kind=kind: client.generic(
                    method, addresses[kind], b"\0\xff" * 50, content_type="text/plain"
                ),
            )
    settle(ledger)
