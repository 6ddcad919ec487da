"""New episode from an article: what is shown, what is decided, what is written and when."""

import re

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group, Permission
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail.models import GroupPagePermission, Page
from wagtail.users.models import UserProfile

from episodes.models import EpisodePage
from speakers.models import OrganisationPage, SpeakerPage
from tests import factories
from tests.episodes.authoring.test_importer import TEXT, latest

from .test_hostile_input import TEXTS

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
    assert response.context["form"]["promised"].value() == str(made.pk)


def test_locked_episode_is_not_updated(editor, series, client):
    decide(editor, read(editor, series))
    page = EpisodePage.objects.get()
    other = get_user_model().objects.create_superuser("bo", "bo@example.org", "secret")
    page.locked, page.locked_by = True, other
    page.save()
    response = read(editor, series, TEXT.replace("Trees are", "A tree is"))
    assert "The episode is locked" in response.content.decode()
    assert "Update the draft" not in response.content.decode()
    decide(editor, response)
    assert page.revisions.count() == 1


@pytest.fixture
def writer(client, series):
    """Somebody who may add pages below the series, and nothing else."""
    group = Group.objects.create(name="Writers")
    group.permissions.add(Permission.objects.get(codename="access_admin"))
    permission = Permission.objects.get(content_type__app_label="wagtailcore", codename="add_page")
    GroupPagePermission.objects.create(group=group, page=series, permission=permission)
    user = get_user_model().objects.create_user("wim", "wim@example.org", "secret")
    user.groups.add(group)
    client.force_login(user)
    return client


def test_writer_makes_episodes_and_no_people(writer, series, people, organisations):
    response = read(writer, series)
    assert choices(response, "Nino Abashidze") == ["leave", *ALWAYS]
    assert decide(writer, response).status_code == 302
    assert EpisodePage.objects.get().owner.username == "wim"


def test_writer_is_not_offered_a_series_of_others(writer, home):
    other = factories.SeriesPageFactory(parent=home, title="Other")
    response = writer.post(reverse(URL), {"series": other.pk, "text": TEXT})
    assert "series" in response.context["form"].errors
    assert not EpisodePage.objects.exists()


def test_writer_may_not_update_an_episode_of_others(writer, series, administrator):
    title = "Benches that nobody may sleep on"
    factories.episode(series, [], title=title, owner=administrator, live=False)
    response = read(writer, series)
    assert "You may not edit this episode" in response.content.decode()
    revisions = EpisodePage.objects.get().revisions.count()
    decide(writer, response)
    assert EpisodePage.objects.get().revisions.count() == revisions


def test_somebody_without_a_series_is_turned_away(client, series, people):
    group = Group.objects.create(name="Librarians")
    group.permissions.add(Permission.objects.get(codename="access_admin"))
    permission = Permission.objects.get(content_type__app_label="wagtailcore", codename="add_page")
    GroupPagePermission.objects.create(group=group, page=people, permission=permission)
    user = get_user_model().objects.create_user("lib", "lib@example.org", "secret")
    user.groups.add(group)
    client.force_login(user)
    assert client.get(reverse(URL)).status_code == 302
    client.post(reverse(URL), {"series": series.pk, "text": TEXT})
    assert not EpisodePage.objects.exists()
    assert reverse(URL) not in client.get(reverse("episodes:index")).content.decode()


def test_visitor_is_asked_to_sign_in(client, series):
    assert client.get(reverse(URL)).url.startswith(reverse("wagtailadmin_login"))


@pytest.mark.parametrize(
    "brought, field, sentence",
    [
        ({}, "__all__", "Choose a file, or paste the text of the article."),
        ({"text": TEXT, "file": file()}, "__all__", "take one of them away"),
        ({"file": file("", "empty.txt")}, "file", "“empty.txt” is empty."),
        ({"file": file("%PDF-1.7", "a.pdf")}, "file", "is of a kind that we do not read"),
        ({"file": file("%PDF-1.7", "a.docx")}, "file", "is not what its ending says"),
        ({"file": file(b"PK\x03\x04" + b"\x00" * 99, "a.docx")}, "file", "“a.docx”"),
        ({"file": file(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "a.docx")}, "file", "locked"),
        ({"file": file(b"x" * 1_000_001, "a.txt")}, "file", "“a.txt” has 1 MB"),
        ({"text": TWO_EPISODES}, "text", "“Benches for all”, “Trees for all”"),
        ({"text": "word " * 50_000}, "text", "far more text than an article"),
        ({"text": "a\x00b"}, "text", "Null characters"),
        ({"text": "…"}, "text", "holds no text"),
        ({"text": "x" * 300}, "text", ""),
        ({"series": "x", "text": TEXT}, "series", "Select a valid choice"),
        ({"series": "", "text": TEXT}, "series", "required"),
    ],
)
def test_bad_input_gets_a_sentence_and_stays(editor, series, brought, field, sentence):
    for one in brought.values():
        if hasattr(one, "seek"):
            one.seek(0)
    response = editor.post(reverse(URL), {"series": series.pk, **brought})
    assert response.status_code == 200
    assert sentence in " ".join(response.context["form"].errors[field])
    if "text" in brought:
        assert response.context["form"]["text"].value() == brought["text"]
    assert not EpisodePage.objects.exists()


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


WORD_HTML = """\
<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>p.MsoNormal {margin:0}</style>
</head><body lang=EN-US><!--StartFragment-->
<p class=MsoTitle>Benches that nobody may sleep on #Example<o:p></o:p></p>
<p class=MsoNormal>March 4, 2024<o:p></o:p></p>
<p class=MsoNormal>In this week\u2019s episode of #Example Chat, <span lang=CS>Zdeňka Hořejší</span>,
the Mayor of Dolní Lhota, joined us to discuss who may sit in a square.<o:p></o:p></p>
<p class=MsoNormal><b><span style='font-size:14.0pt'>A square is not a corridor</span></b></p>
<p class=MsoNormal>People meet where they may stay. <img src="https://elsewhere.example/x.png"></p>
<p class=MsoNormal>In this video, you will learn that:</p>
<p class=MsoListParagraphCxSpFirst style='mso-list:l0 level1 lfo1'><![if !supportLists]><span
style='font-family:Symbol'><span style='mso-list:Ignore'>·<span
style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp; </span></span></span><![endif]>A bench says
who is welcome.</p>
<p class=MsoListParagraphCxSpLast style='mso-list:l0 level1 lfo1'><![if !supportLists]><span
style='mso-list:Ignore'>·<span>&nbsp;&nbsp; </span></span><![endif]>Trees are public buildings.</p>
<!--EndFragment--></body></html>"""


def test_text_pasted_from_word_keeps_its_headings_and_lists(editor, series):
    data = {"series": series.pk, "text": "Benches, as plain text", "pasted": WORD_HTML}
    draft = editor.post(reverse(URL), data).context["step"].draft
    assert draft.title == "Benches that nobody may sleep on"
    assert draft.headings == ("A square is not a corridor",)
    assert draft.takeaways == ("A bench says who is welcome.", "Trees are public buildings.")
    assert [guest.name for guest in draft.guests] == ["Zdeňka Hořejší"]


def test_file_that_is_too_large_is_refused_unread(editor, series, monkeypatch):
    monkeypatch.setattr("episodes.formats.documents.reading.MAX_FILE_BYTES", 10)
    response = bring(editor, series, file=file("A title and more", "large.txt"))
    assert "too much for an article" in response.context["form"].errors["file"][0]


@pytest.mark.parametrize("parcel", ["", "x", "eyJ9:abc:def", ".eJw:1:2", "\x00"])
def test_article_that_came_back_changed_is_asked_for_again(editor, series, parcel):
    read(editor, series)
    response = editor.post(reverse(URL), {"parcel": parcel})
    assert response.url == reverse(URL)
    assert "The article got lost: bring it once more." in editor.get(reverse(URL)).content.decode()
    assert not EpisodePage.objects.exists()


def test_scripts_are_shown_as_text(editor, series, people):
    script = "<script>alert(1)</script>"
    factories.SpeakerPageFactory(parent=people, title=f"Nino Abashidze {script}")
    text = TEXT.replace("Nino Abashidze", f"Nino Abashidze {script}").replace(
        "Trees are", f"{script} Trees are"
    )
    response = read(editor, series, text.replace("Benches", f"{script} Benches"))
    shown = response.content.decode()
    assert script not in shown
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in shown
    made = decide(editor, response)
    assert script not in editor.get(made.url).content.decode()


@pytest.mark.parametrize("odd", TEXTS.values(), ids=TEXTS)
def test_odd_text_in_every_field_is_taken_or_refused_with_a_sentence(editor, series, people, odd):
    text = TEXT
    for words in (
        "Benches",
        "March 4",
        "Hořejší",
        "the Mayor",
        "Shade Institute",
        "Trees",
        "bench",
    ):
        text = text.replace(words, f"{words} {odd}")
    response = bring(editor, series, text)
    if "review" not in response.context:
        assert response.context["form"].errors
        return
    made = decide(editor, response, **{"person-0": "new"})
    if made.status_code == 302:
        assert "<script>alert" not in editor.get(made.url).content.decode()
    else:
        assert made.context["form"].errors
        assert not EpisodePage.objects.exists()


def test_partner_with_a_name_longer_than_its_field_is_taken_shorter(editor, series):
    name = " ".join(["Society"] * 60)
    text = TEXT.replace("with the Shade Institute. An", f"with the {name}. An")
    assert decide(editor, read(editor, series, text)).status_code == 302
    for partner in EpisodePage.objects.get().partnerships.all():
        assert len(partner.organisation_name) <= 255


def test_note_longer_than_its_field_is_left_out_and_pointed_out(editor, series):
    text = TEXT.replace("An abridged version", "An abridged version " + "of it " * 100)
    made = decide(editor, read(editor, series, text))
    page = EpisodePage.objects.get()
    assert (page.abridged, page.abridged_note) == (True, "")
    assert "has more than 500 characters" in editor.get(made.url).content.decode()


def test_nothing_stays_of_an_import_that_fails(editor, series, people, organisations):
    """The list of people is gone between the two steps."""
    response = read(editor, series)
    data = {"person-0": "new", "organisation-0": "new"}
    organisations.delete()
    before = Page.objects.count()
    assert decide(editor, response, **data).status_code == 200
    assert Page.objects.count() == before


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
