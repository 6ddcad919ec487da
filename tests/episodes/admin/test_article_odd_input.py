"""Articles that are odd, broken or tampered with: a sentence, and nothing half made."""

import pytest
from django.urls import reverse
from wagtail.models import Page

from episodes.models import EpisodePage
from tests import factories
from tests.episodes.authoring.test_importer import TEXT

from .test_article_import import TWO_EPISODES, URL, bring, decide, file, read
from .test_hostile_input import TEXTS

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
