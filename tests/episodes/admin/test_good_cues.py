"""Damaged captions in the editor: said by line, brought back to mend, kept in part when asked."""

import re

import pytest
from bs4 import BeautifulSoup
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import translation
from wagtail.users.models import UserProfile

from episodes.fields import cues
from episodes.fields.good_cues import KeepOffer
from episodes.formats import captions
from episodes.models import EpisodePage
from tests import factories

from . import editing

FIELD = "videos-0-captions-0-cues"
GOOD = "00:01.000 --> 00:02.500\nCourts need neighbours.\n\n"
MORE = "00:03.000 --> 00:04.000\nAnd benches.\n\n"
BAD = "00:0x.000 --> 00:06.000\nLost words.\n\n"
UNTIMED = "00:09.000 --> 00:1y.000\nLost time.\n\n"
DAMAGED = f"WEBVTT\n\n{GOOD}{BAD}{MORE}{UNTIMED}"
SAID = ["Courts need neighbours.", "And benches."]
OFFER = "Keep the 2 good cues and leave out the 2 lines that can't be read"


def send(editor, series, ana, text="", file=None, url="", **fields):
    video = editing.video(captions=[editing.captions(text, **fields)])
    form = editing.complete_form(ana, videos=[video])
    if file:
        form[f"{FIELD}_file"] = SimpleUploadedFile(*file)
    return editor.post(url or editing.new_url(series), form)


def shown(response):
    """What the browser would send of the field, with the box left as it is, and what is offered."""
    document = BeautifulSoup(response.content, "html.parser")
    # As a browser reads it: the first line end after the tag belongs to the markup.
    text = document.find("textarea", {"name": f"{FIELD}_text"}).text
    text = text.replace("\r\n", "\n").removeprefix("\n")
    boxes = document.find_all("input", {"name": f"{FIELD}_keep"})
    offers = [" ".join(box.parent.text.split()) for box in boxes]
    return text, boxes, offers


def is_ticked(box):
    return box.has_attr("checked")


def said():
    page = EpisodePage.objects.get().get_latest_revision_as_object()
    return [cue["text"] for cue in page.videos.get().captions.get().cues]


def test_damaged_file_comes_back_as_text_with_an_offer(editor, series, ana):
    response = send(editor, series, ana, file=("talk.vtt", DAMAGED.encode()))
    text, [box], offers = shown(response)
    errors = editing.errors_of(response)
    assert [re.match(r"Line \d+", one)[0] for one in errors.pop(FIELD)] == ["Line 6", "Line 12"]
    assert (errors, text, offers, is_ticked(box)) == ({}, DAMAGED, [OFFER], False)
    assert "This is the text of your file." in response.text
    assert not EpisodePage.objects.exists()


def test_ticking_keeps_the_good_cues(editor, series, ana):
    text, [box], _ = shown(send(editor, series, ana, file=("talk.vtt", DAMAGED.encode())))
    response = send(editor, series, ana, text, cues_keep=box["value"])
    assert response.status_code == 302
    assert said() == SAID


def test_saving_again_without_the_tick_keeps_nothing(editor, series, ana):
    text, _, _ = shown(send(editor, series, ana, DAMAGED))
    _, [box], offers = shown(send(editor, series, ana, text))
    assert (offers, is_ticked(box)) == ([OFFER], False)
    assert not EpisodePage.objects.exists()


def test_lines_mended_by_hand_need_no_tick(editor, series, ana):
    text, _, _ = shown(send(editor, series, ana, file=("talk.vtt", DAMAGED.encode())))
    mended = text.replace("00:0x", "00:05").replace("00:1y", "00:10")
    assert send(editor, series, ana, mended).status_code == 302
    assert said() == ["Courts need neighbours.", "Lost words.", "And benches.", "Lost time."]


def test_a_tick_holds_when_some_lines_were_mended(editor, series, ana):
    text, [box], _ = shown(send(editor, series, ana, DAMAGED))
    send(editor, series, ana, text.replace("00:0x", "00:05"), cues_keep=box["value"])
    assert said() == ["Courts need neighbours.", "Lost words.", "And benches."]


@pytest.mark.parametrize(
    "other", [DAMAGED + BAD, DAMAGED.replace(GOOD, "")], ids=["more is lost", "less is kept"]
)
def test_a_tick_does_not_hold_for_worse_captions(editor, series, ana, other):
    _, [box], _ = shown(send(editor, series, ana, DAMAGED))
    file = ("other.vtt", other.encode())
    _, [again], _ = shown(send(editor, series, ana, file=file, cues_keep=box["value"]))
    assert (is_ticked(again), EpisodePage.objects.exists()) == (False, False)


def test_text_and_tick_survive_a_mistake_elsewhere(editor, series, ana):
    _, [box], _ = shown(send(editor, series, ana, DAMAGED))
    file = ("talk.vtt", DAMAGED.encode())
    response = send(editor, series, ana, file=file, cues_keep=box["value"], language="no language")
    assert list(editing.errors_of(response)) == ["videos-0-captions-0-language"]
    text, [again], _ = shown(response)
    assert (text, is_ticked(again)) == (DAMAGED, True)


def test_a_good_file_survives_a_mistake_elsewhere(editor, series, ana):
    file = ("talk.vtt", f"WEBVTT\n\n{GOOD}".encode())
    response = send(editor, series, ana, file=file, language="no language")
    text, boxes, _ = shown(response)
    assert (text, boxes) == (f"WEBVTT\n\n{GOOD}", [])


def test_a_subrip_file_of_windows_comes_back_in_its_letters(editor, series, ana):
    written = (
        "1\n00:00:01,000 --> 00:00:02,500\nPříliš žluťoučký kůň úpěl ďábelské ódy.\n\n"
        "2\n00:00:0x,000 --> 00:00:04,500\nZtraceno.\n"
    )
    file = ("rozhovor.srt", written.encode("cp1250"))
    text, [box], offers = shown(send(editor, series, ana, file=file))
    assert text == written
    assert offers == ["Keep the 1 good cue and leave out the 1 line that can't be read"]
    send(editor, series, ana, text, cues_keep=box["value"])
    assert said() == ["Příliš žluťoučký kůň úpěl ďábelské ódy."]


def test_markup_in_a_file_comes_back_as_letters(editor, series, ana):
    hostile = f"{DAMAGED}</textarea><script>alert(1)</script>\n"
    text, _, _ = shown(send(editor, series, ana, file=("talk.vtt", hostile.encode())))
    assert text == hostile


@pytest.mark.parametrize(
    "text", [f"WEBVTT\n\n{BAD}{UNTIMED}", f"WEBVTT\n\n{BAD}00:01.000 --> 00:02.000\n\n", "no"]
)
def test_nothing_is_offered_where_no_cue_is_good(editor, series, ana, text):
    response = send(editor, series, ana, text, cues_keep="1-99")
    back, boxes, _ = shown(response)
    assert (list(editing.errors_of(response)), back, boxes) == ([FIELD], text, [])


def test_captions_that_lack_their_first_line_lose_nothing(editor, series, ana):
    text, [box], offers = shown(send(editor, series, ana, GOOD + MORE))
    assert offers == ["Keep the 2 good cues: nothing is left out"]
    send(editor, series, ana, text, cues_keep=box["value"])
    assert said() == SAID


@pytest.mark.parametrize("answer", ["on", "-1-2", "2-", "٢-٢", "9" * 5000, "1-1"])
def test_an_answer_to_no_offer_keeps_nothing(editor, series, ana, answer):
    response = send(editor, series, ana, DAMAGED, cues_keep=answer)
    assert list(editing.errors_of(response)) == [FIELD]


def test_a_long_file_is_chosen_again(editor, series, ana):
    filler = "NOTE " + "x" * cues.MAX_SHOWN_BYTES + "\n\n"
    file = ("talk.vtt", (DAMAGED + filler).encode())
    response = send(editor, series, ana, file=file)
    text, [box], offers = shown(response)
    assert (text, offers) == ("", [OFFER])
    assert "Choose the file again when you save" in response.text
    send(editor, series, ana, file=file, cues_keep=box["value"])
    assert said() == SAID


def test_a_file_beyond_all_sizes_is_not_read(editor, series, ana):
    file = ("talk.vtt", DAMAGED.encode() + b"\n" * 5_000_000)
    response = send(editor, series, ana, "kept text", file)
    assert editing.errors_of(response)[FIELD] == [
        "This file is over 5 MB: captions are much smaller."
    ]
    assert shown(response)[:2] == ("kept text", [])


def test_a_ticked_box_counts_while_autosaving(editor, series, ana):
    page = factories.episode(series, [ana], live=False)

    def autosave(**fields):
        video = editing.video(
            id=page.videos.get().pk, captions=[editing.captions(DAMAGED, **fields)]
        )
        form = editing.episode_form(videos=[video], initial={"videos": 1})
        return editor.post(editing.edit_url(page), form, HTTP_ACCEPT="application/json").json()[
            "success"
        ]

    assert (autosave(), autosave(cues_keep="2-2")) == (False, True)
    assert said() == SAID


@pytest.mark.parametrize(
    "good, bad, sentence",
    [
        (1, 1, "Ponechat 1 dobrý titulek a vynechat 1 řádek, který nelze přečíst"),
        (3, 4, "Ponechat 3 dobré titulky a vynechat 4 řádky, které nelze přečíst"),
        (412, 5, "Ponechat 412 dobrých titulků a vynechat 5 řádků, které nelze přečíst"),
        (2, 1200, "Ponechat 2 dobré titulky a vynechat řádky, které nelze přečíst "
                  "(je jich přes 1000)"),
    ],
)  # fmt: skip
def test_the_offer_is_made_in_czech(good, bad, sentence):
    spoken = "".join(GOOD.replace("neighbours", f"{at} judges") for at in range(good))
    read = captions.read(f"WEBVTT\n\n{spoken}{BAD * bad}".encode(), "talk.vtt")
    with translation.override("cs"):
        assert KeepOffer.of(read, "").sentence == sentence


def test_the_lines_are_named_in_the_language_of_the_editor(editor, series, ana, administrator):
    UserProfile.objects.create(user=administrator, preferred_language="cs")
    response = send(editor, series, ana, f"WEBVTT\n\n{GOOD}00:09.000 --> 00:08.000\nA way.\n")
    assert editing.errors_of(response)[FIELD] == ["Řádek 6: Titulek končí dřív, než začne."]
