"""New episode from an article: what is shown, what is decided, what is written and when."""

import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail.models import Page
from wagtail.users.models import UserProfile

from episodes.models import EpisodePage
from speakers.models import OrganisationPage, SpeakerPage
from tests import factories
from tests.episodes.authoring.test_importer import TEXT, latest

from . import editing

URL = "episodes:from_article"
#: What may be said of every name.
ALWAYS = ["other", "out"]
TWO_EPISODES = "\n\n".join(
    f"{title} #Example\n\n{date}\n\nIn this week’s episode of #Example Chat, {guest}, the Mayor of "
    "Dolní Lhota, joined us to discuss who may sit in a square and why nobody does so."
    for title, date, guest in (
        ("Benches for all", "March 4, 2024", "Zdeňka Hořejší"),
        ("Trees for all", "March 11, 2024", "Nino Abashidze"),
    )
)


def bring(client, series, text="", file=None):
    data = {"series": series.pk, "text": text}
    if file:
        data["file"] = file
    response = client.post(reverse(URL), data)
    assert response.status_code == 200
    return response


def read(client, series, text=TEXT, file=None):
    """The page with what was understood."""
    response = bring(client, series, text, file)
    assert "review" in response.context, response.context["form"].errors
    return response


def choices(response, name):
    """What may be done with a name, by the value of each choice."""
    form = response.context["form"]
    field = next(field for field in form.visible_fields() if field.label == name)
    return [value for value, _label in field.field.choices]


def decide(client, response, **decisions):
    """Press the button; `decisions` by name of the field."""
    form = response.context["form"]
    data = {field.html_name: field.value() or "" for field in form} | decisions
    return client.post(reverse(URL), data)


def parts(response):
    return {part.key: part for part in response.context["review"].parts}


def values(response, key):
    return [value.text for value in parts(response)[key].values]


def file(text=TEXT, name="benches.txt"):
    return SimpleUploadedFile(name, text.encode() if isinstance(text, str) else text)


def test_listing_leads_to_the_import(editor, series):
    assert reverse(URL) in editor.get(reverse("episodes:index")).content.decode()


def test_only_series_is_chosen_already(editor, series):
    form = editor.get(reverse(URL)).context["form"]
    assert form["series"].value() == series.pk


def test_several_series_are_a_choice(editor, home, series):
    factories.SeriesPageFactory(parent=home, title="Other")
    form = editor.get(reverse(URL)).context["form"]
    assert form["series"].value() is None


def test_what_was_understood_stands_beside_its_lines(editor, series):
    response = read(editor, series, "", file())
    assert values(response, "title") == ["Benches that nobody may sleep on"]
    assert values(response, "publication_date") == ["4 March 2024"]
    assert values(response, "recorded_date") == ["20 February 2024"]
    assert values(response, "takeaways") == [
        "A bench says who is welcome.",
        "Trees are public buildings.",
    ]
    assert values(response, "guests") == ["Zdeňka Hořejší", "Nino Abashidze"]
    assert values(response, "partners") == ["Shade Institute"]
    guest = parts(response)["guests"].values[0]
    assert [field.value() or "" for field in guest.fields] == [
        "Zdeňka Hořejší", "Ms.", "Mayor of Dolní Lhota", "", "", "guest"
    ]  # fmt: skip
    assert guest.as_written == "the Mayor of Dolní Lhota"
    source = list(response.context["review"].source)
    assert [line.label for line in source] == [
        "Title", "Published on", "Lead", "Heading", "Text", "Heading", "Text",
        "Before the takeaways", "Takeaway", "Takeaway", "Closing note",
    ]  # fmt: skip
    lines = {key: part.values[0].line for key, part in parts(response).items() if part.values}
    assert (lines["title"], lines["publication_date"], lines["lead"]) == (1, 2, 3)
    assert (lines["takeaways"], lines["recorded_date"]) == (9, 11)


def test_numbered_headings_and_left_over_lines_are_known(editor, series):
    text = TEXT.replace("A square is", "1. A square is").replace("Shade is", "2. Shade is")
    source = list(read(editor, series, f"{text}\n\nShare this page").context["review"].source)
    labels = {line.text: line.label for line in source}
    assert labels["1. A square is not a corridor"] == "Heading"
    assert labels["2. Shade is shared"] == "Heading"


def test_problems_stand_beside_their_field(editor, series):
    text = TEXT.replace("March 4, 2024", "4/3/2024")
    response = read(editor, series, text)
    shown = {part.key: part.problems for part in response.context["review"].parts if part.problems}
    assert list(shown) == ["publication_date", "lead"]
    assert shown["publication_date"][0] in response.content.decode()


def test_problems_are_said_in_the_editors_language(editor, administrator, series):
    UserProfile.objects.create(user=administrator, preferred_language="cs")
    text = TEXT.replace("March 4, 2024", "4/3/2024")
    text += "\n\n“Nobody owns the shade of a tree in August,” they said."
    header = f"---\nkicker: Shade\n---\n{text}".encode()
    response = read(editor, series, "", file(header, "benches.md"))
    sentences = [one for part in parts(response).values() for one in part.problems]
    assert any(one.startswith("„4/3/2024“ je možná datum") for one in sentences)
    assert any("zůstal nevyplněný: není jisté, kdo je „they“." in one for one in sentences)
    assert [one for one in response.context["review"].problems if "V záhlaví" in one]


def test_nothing_is_written_before_the_button(editor, series, people, organisations):
    before = Page.objects.count()
    read(editor, series)
    assert Page.objects.count() == before


def test_button_makes_the_draft_and_opens_the_editor(editor, administrator, series):
    response = decide(editor, read(editor, series, "", file()))
    page = EpisodePage.objects.get()
    assert response.url == reverse("wagtailadmin_pages:edit", args=[page.pk])
    assert (page.title, page.live, page.owner) == (
        "Benches that nobody may sleep on",
        False,
        administrator,
    )
    assert page.source_name == "benches.txt"
    shown = editor.get(response.url).content.decode()
    assert "The draft is made." in shown
    assert "Add the video, or say when it premieres." in shown


def test_title_stays_one_line(editor, series):
    response = read(editor, series)
    [name] = [one.html_name for one in response.context["form"] if one.label == "Title"]
    decide(editor, response, **{name: "Benches\r\n that  stay "})
    assert EpisodePage.objects.get().title == "Benches that stay"


def test_pasted_text_and_file_give_the_same(editor, series):
    pasted, uploaded = read(editor, series), read(editor, series, "", file())
    assert pasted.context["step"].draft == uploaded.context["step"].draft


def test_person_with_a_page_is_linked_by_default(editor, series, people):
    page = factories.SpeakerPageFactory(parent=people, title="Zdenka Horejsi")
    response = read(editor, series)
    assert choices(response, "Zdeňka Hořejší") == [str(page.pk), "new", "leave", *ALWAYS]
    decide(editor, response)
    rows = latest(EpisodePage.objects.get()).appearances.all()
    assert [row.speaker_id for row in rows] == [page.pk, None]


def test_person_with_a_similar_name_is_named_and_not_merged(editor, series, people):
    page = factories.SpeakerPageFactory(parent=people, title="Nino Abashidse")
    response = read(editor, series)
    assert choices(response, "Nino Abashidze") == [str(page.pk), "new", "leave", *ALWAYS]
    sentence = "Has no page, but the name is like “Nino Abashidse”. Nothing is merged."
    assert sentence in response.content.decode()
    decide(editor, response)
    rows = latest(EpisodePage.objects.get()).appearances.all()
    assert [row.speaker_id for row in rows] == [None, None]


def test_similar_person_is_linked_when_chosen(editor, series, people):
    page = factories.SpeakerPageFactory(parent=people, title="Nino Abashidse")
    decide(editor, read(editor, series), **{"person-1": str(page.pk)})
    draft = latest(EpisodePage.objects.get())
    assert [row.speaker_id for row in draft.appearances.all()] == [None, page.pk]
    quotes = [block.value for block in draft.body if block.block_type == "quote"]
    assert [quote["speaker"] for quote in quotes] == [None, page]


def test_new_pages_are_made_as_drafts_when_chosen(editor, series, people, organisations):
    decide(editor, read(editor, series), **{"person-0": "new", "organisation-0": "new"})
    person, organisation = SpeakerPage.objects.get(), OrganisationPage.objects.get()
    assert (person.title, person.live) == ("Zdeňka Hořejší", False)
    assert (organisation.title, organisation.live) == ("Shade Institute", False)
    draft = latest(EpisodePage.objects.get())
    assert [row.speaker_id for row in draft.appearances.all()] == [person.pk, None]
    # One page for the organisation of a guest and for the partner.
    assert [row.organisation_id for row in draft.appearances.all()] == [None, organisation.pk]
    assert [row.organisation_id for row in draft.partnerships.all()] == [organisation.pk]


def test_linked_person_may_be_left_as_a_name(editor, series, people):
    factories.SpeakerPageFactory(parent=people, title="Zdeňka Hořejší")
    decide(editor, read(editor, series), **{"person-0": "leave"})
    row = latest(EpisodePage.objects.get()).appearances.all()[0]
    assert (row.speaker_id, row.name) == (None, "Zdeňka Hořejší")


def test_two_people_of_one_name_are_a_choice(editor, series, people):
    pages = [
        factories.SpeakerPageFactory(parent=people, title="Nino Abashidze", slug=slug)
        for slug in ("one", "two")
    ]
    response = read(editor, series)
    keys = [str(page.pk) for page in pages]
    assert choices(response, "Nino Abashidze") == [*keys, "new", "leave", *ALWAYS]
    assert response.context["form"]["person-1"].value() == "leave"


def test_pages_are_made_only_where_there_is_a_list_for_them(editor, series):
    assert choices(read(editor, series), "Nino Abashidze") == ["leave", *ALWAYS]


@pytest.mark.parametrize("value", ["", "0", "-1", "999999", "merge", "1 OR 1", "x" * 5000])
def test_choice_that_was_not_offered_is_refused(editor, series, value):
    before = Page.objects.count()
    response = decide(editor, read(editor, series), **{"person-0": value})
    assert response.status_code == 200
    assert "person-0" in response.context["form"].errors
    assert Page.objects.count() == before


def test_page_of_another_kind_is_no_choice(editor, series, home):
    response = decide(editor, read(editor, series), **{"person-0": str(home.pk)})
    assert "person-0" in response.context["form"].errors


def test_same_article_again_says_so_and_updates_the_draft(editor, series, people):
    page = factories.SpeakerPageFactory(parent=people, title="Nino Abashidse")
    first = read(editor, series)
    assert "Make the draft" in first.content.decode()
    decide(editor, first, **{"person-1": str(page.pk)})

    again = read(editor, series, TEXT.replace("Trees are", "A tree is not"))
    shown = again.content.decode()
    assert "Update the draft" in shown
    assert "This article was imported before" in shown
    decide(editor, again)

    draft = latest(EpisodePage.objects.get())
    assert [one.text for one in draft.takeaways.all()][1] == "A tree is not public buildings."
    assert [(row.speaker_id, row.display_name) for row in draft.appearances.all()] == [
        (None, "Zdeňka Hořejší"),
        (page.pk, "Nino Abashidze"),
    ]


def test_draft_that_somebody_made_meanwhile_is_not_overwritten(editor, series):
    mine, theirs = read(editor, series), read(editor, series)
    decide(editor, theirs)
    made = EpisodePage.objects.get()
    made.title = made.draft_title = "Corrected by hand"
    made.save_revision()
    response = decide(editor, mine)
    assert response.status_code == 200
    assert "Meanwhile the episode of this article changed" in response.content.decode()
    assert latest(made).title == "Corrected by hand"
    assert response.context["form"]["promised"].value().startswith(f"{made.pk} ")


@pytest.mark.parametrize("is_in_background", [False, True])
def test_words_that_somebody_wrote_after_the_comparison_are_shown_first(
    editor, series, is_in_background
):
    decide(editor, read(editor, series))
    made = EpisodePage.objects.get()
    page = latest(made)
    page.lead = "One lead."
    page.save_revision(user=made.latest_revision.user)
    compared = read(editor, series)
    made.refresh_from_db()
    made.latest_revision.content["lead"] = "Another lead."
    made.latest_revision.save()
    editing.save_again(made, is_in_background)
    response = decide(editor, compared, **{"keep-lead": "take"})
    assert "Meanwhile the episode of this article changed" in response.content.decode()
    assert latest(made).lead == "Another lead."
    assert decide(editor, response, **{"keep-lead": "take"}).status_code == 302
    assert latest(EpisodePage.objects.get()).lead != "Another lead."


def test_bulletin_is_offered_part_by_part(editor, series):
    response = bring(editor, series, TWO_EPISODES)
    parts = response.context["parts"]
    assert [part.title for part in parts] == ["Benches for all", "Trees for all"]
    assert [part.day.day for part in parts] == [4, 11]
    assert not EpisodePage.objects.exists()

    opened = editor.post(reverse(URL), {"open": parts[1].parcel})
    assert values(opened, "title") == ["Trees for all"]
    made = decide(editor, opened)
    page = EpisodePage.objects.get()
    assert (page.title, made.url) == (
        "Trees for all",
        reverse("wagtailadmin_pages:edit", args=[page.pk]),
    )
    again = editor.post(reverse(URL), {"again": "1", "part": [part.parcel for part in parts]})
    assert [part.episode for part in again.context["parts"]] == [None, page]
    assert "Done: open its draft" in again.content.decode()


def test_parts_that_came_back_changed_are_passed_over(editor, series):
    again = editor.post(reverse(URL), {"again": "1", "part": ["x", "eyJ9:abc:def"]})
    assert list(again.context["parts"]) == []
    assert editor.post(reverse(URL), {"open": "x"}).url == reverse(URL)


@pytest.mark.parametrize("step", ["read", "decide"])
def test_import_costs_the_same_with_many_people_on_record(editor, series, people, step):
    def queries(text):
        response = read(editor, series, text)
        with CaptureQueriesContext(connection) as captured:
            if step == "read":
                read(editor, series, text)
            else:
                assert decide(editor, response).status_code == 302
        return len(captured)

    factories.SpeakerPageFactory(parent=people, title="Nino Abashidze")
    queries(TEXT.replace("Benches", "Stools"))
    few = queries(TEXT.replace("Benches", "Chairs"))
    for number in range(20):
        factories.SpeakerPageFactory(parent=people, title=f"Somebody {number} Else")
    assert queries(TEXT.replace("Benches", "Tables")) == few


def test_pages_of_the_import_have_nothing_inline(editor, series):
    for response in (editor.get(reverse(URL)), read(editor, series)):
        main = response.content.decode().split("<main", 1)[1].split("</main>")[0]
        # Wagtail's own chooser begins with a line of script, as everywhere in its editor.
        main = re.sub(r"<script>new \w*Chooser\w*\([^<]*</script>", "", main)
        assert not re.search(r"<script|<style|\sstyle=|\son\w+=", main)
