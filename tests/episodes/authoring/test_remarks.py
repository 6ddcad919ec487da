"""What asks for a second look in the words of an episode, and in which field."""

import json
from io import StringIO

import pytest
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import Locale

from episodes.authoring import readiness
from episodes.authoring.readiness.remarks import SCREEN
from episodes.models import EpisodePage, Takeaway
from tests import factories

QUOTE = {"text": "Rules last.", "start": None, "end": None, "pulled": True, "speaker_name": ""}
HEADING, TEXT, SAID = "0c7d-heading", "0c7d-text", "0c7d-quote"


@pytest.fixture
def guest(people):
    return factories.SpeakerPageFactory(
        parent=people, title="Yevgeniy Zhovtis", other_spellings="Evgeny Jovtis"
    )


@pytest.fixture
def kofi(people):
    return factories.SpeakerPageFactory(parent=people, title="Kofi Mensah")


def body(kofi) -> str:
    paragraphs = (
        '<p>Dr. Zhvotis said: “stuck in the past".</p><p>We live in&nbsp;a world of  rights, '
        "said Zhvotis &amp; Jovtis.</p>"
    )
    blocks = [
        {"type": "heading", "value": "Zhovtis’s way", "id": HEADING},
        {"type": "paragraph", "value": paragraphs, "id": TEXT},
        {"type": "quote", "value": {**QUOTE, "speaker": kofi.pk}, "id": SAID},
    ]
    return json.dumps(blocks)


@pytest.fixture
def draft(series, guest, kofi):
    page = factories.episode(series, [guest], title="Rights", live=False, body=body(kofi))
    page.takeaways = [Takeaway(text="Short."), Takeaway(text="A word, " * (SCREEN // 8 + 1))]
    page.save_revision()
    return page


def remarks(page) -> dict[str, list[tuple[str, int]]]:
    """Field and count of every place, by kind."""
    found = readiness.of_episodes([EpisodePage.objects.get(pk=page.pk)])[page.pk].remarks
    return {one.kind.value: [(at.field, at.times) for at in one.places] for one in found}


def test_every_kind_is_found_in_its_field(draft):
    assert remarks(draft) == {
        "surname": [(TEXT, 2)],
        "mixed marks": [(TEXT, 1)],
        "no-break blank": [(TEXT, 1)],
        "doubled blank": [(TEXT, 1)],
        "stranger": [(SAID, 1)],
        "long": [("takeaways-1-text", 1)],
    }


def test_a_remark_says_what_to_do_and_is_not_counted(draft):
    found = readiness.of_episode(draft)
    assert found.remarks[0].advice.startswith("Is Zhovtis meant?")
    stranger = next(one for one in found.remarks if one.kind == "stranger")
    assert stranger.advice == "Add Kofi Mensah to the people, or choose who said it."
    assert found.remarks[0].places[0].label == "Body"
    assert found.total == readiness.of_episode(EpisodePage(locale=draft.locale)).total
    assert not found.is_spotless


def test_somebody_else_on_the_site_may_have_nearly_the_same_name(draft, people):
    factories.SpeakerPageFactory(parent=people, title="Ivan Zhvotis")
    assert "surname" not in remarks(draft)


def test_czech_keeps_its_no_break_blanks_and_endings(draft):
    czech = Locale.objects.get_or_create(language_code="cs")[0]
    draft.locale, draft.lead = czech, "Řekl: „Dobře,“ a\u00a0šel se Zhovtisem."
    draft.save_revision()
    found = remarks(draft)
    assert "no-break blank" not in found
    assert found["surname"] == [(TEXT, 2)]


def test_reading_many_takes_the_queries_of_one(draft, series, guest, kofi):
    def queries() -> int:
        pages = list(EpisodePage.objects.all())
        with CaptureQueriesContext(connection) as captured:
            readiness.of_episodes(pages)
        return len(captured)

    one = queries()
    for number in range(3):
        page = factories.episode(series, [guest], title=f"More {number}", body=body(kofi))
        page.save_revision()
    assert queries() == one


def test_the_command_lists_every_place(draft):
    def run(*options: str) -> str:
        out = StringIO()
        call_command("check_texts", *options, stdout=out)
        return out.getvalue()

    rows = [json.loads(line) for line in run("--json").splitlines()]
    assert [row["kind"] for row in rows] == list(remarks(draft))
    assert rows[0]["words"] == "Zhvotis" and rows[0]["episode"] == draft.pk
    said = run()
    assert "A name with a slip?: Zhvotis (2×), Body. Is Zhovtis meant?" in said
    assert said.endswith("1 of 1 episodes ask for a second look.\n")
