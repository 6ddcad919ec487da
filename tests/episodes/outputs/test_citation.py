"""An episode as one cites it, in words and as files."""

import datetime
import json

import pytest

from episodes.models import Appearance
from episodes.outputs.citation import Citation, Name, apa, in_text
from episodes.outputs.citation_files import bibtex, csl, ris
from tests import factories

TOMAS, ALBERTO = Name("Petříček", "Tomáš"), Name("Zhovtis", "Jean-Paul A.")


def cited(**changes) -> Citation:
    values = {
        "uid": "u",
        "title": "The need for coordination",
        "guests": (TOMAS,),
        "hosts": (),
        "is_panel": False,
        "published_on": datetime.date(2021, 12, 22),
        "series": "Online Chat",
        "publisher": "Example",
        "language": "sk",
        "duration_s": 1810,
        "keywords": ("Courts",),
        "address": "https://example.org/chat/full/",
        **changes,
    }
    return Citation(**values)


def test_apa_names_guests_and_hosts_with_their_part():
    assert apa(cited(hosts=(ALBERTO, Name("Nino B.")))) == (
        "Petříček, T. (Guest), Zhovtis, J.-P. A. (Host), & Nino B. (Host) (2021, December 22). "
        "The need for coordination [Video]. Online Chat. Example. https://example.org/chat/full/"
    )


def test_in_text_names_the_second():
    assert in_text(cited(start_s=754)) == "(Petříček, 2021, 12:34)"
    assert in_text(cited(guests=(TOMAS, ALBERTO))) == "(Petříček & Zhovtis, 2021)"
    assert in_text(cited(guests=(TOMAS, ALBERTO, TOMAS))) == "(Petříček et al., 2021)"
    assert in_text(cited(guests=())) == "(The need for coordination, 2021)"


def test_bibtex_keeps_letters_and_writes_braces_as_commands():
    text = bibtex(
        cited(
            title="Profit & {loss} of 50 % #1_a \\ ~ ^ $",
            guests=(TOMAS, Name("ნინო ბერიძე")),
            hosts=(ALBERTO,),
            start_s=754,
        )
    )
    assert text == (
        "@misc{petricek2021profit,\n"
        "  author = {Petříček, Tomáš and {ნინო ბერიძე}},\n"
        "  title = {{Profit \\& \\textbraceleft{}loss\\textbraceright{} of 50 \\% \\#1\\_a "
        "\\textbackslash{} \\textasciitilde{} \\textasciicircum{} \\$}},\n"
        "  howpublished = {Video},\n"
        "  series = {Online Chat},\n"
        "  publisher = {Example},\n"
        "  year = {2021},\n"
        "  date = {2021-12-22},\n"
        "  language = {Slovak},\n"
        "  keywords = {Courts},\n"
        "  note = {Interview by Zhovtis, Jean-Paul A., from 12:34},\n"
        "  url = {https://example.org/chat/full/?t=754},\n"
        "  month = dec,\n"
        "}\n"
    )


@pytest.mark.parametrize("title", ["} unbalanced", "{{", "\\{", "a } { b"])
def test_bibtex_is_balanced_whatever_the_title(title):
    text = bibtex(cited(title=title))
    depths = [
        text[: place + 1].count("{") - text[: place + 1].count("}") for place in range(len(text))
    ]
    assert (min(depths), depths[-1]) == (0, 0)


def test_ris_has_its_lines_and_nothing_breaks_them():
    text = ris(cited(title="Two\r\nlines", hosts=(ALBERTO,), start_s=90))
    assert text.split("\r\n") == [
        "TY  - VIDEO",
        "ID  - petricek2021lines",
        "AU  - Petříček, Tomáš",
        "A2  - Zhovtis, Jean-Paul A.",
        "TI  - Two lines",
        "T2  - Online Chat",
        "PB  - Example",
        "PY  - 2021",
        "DA  - 2021/12/22",
        "LA  - sk",
        "KW  - Courts",
        "N1  - From 1:30",
        "UR  - https://example.org/chat/full/?t=90",
        "ER  - ",
        "",
    ]


@pytest.mark.parametrize(
    ("changes", "kind", "others"),
    [
        ({}, "motion_picture", set()),
        ({"hosts": (ALBERTO,)}, "interview", {"interviewer"}),
        ({"hosts": (ALBERTO,), "is_panel": True}, "broadcast", {"host"}),
    ],
)
def test_csl_knows_who_asks(changes, kind, others):
    [item] = json.loads(csl(cited(**changes)))
    assert item["type"] == kind
    assert item["author"] == [{"family": "Petříček", "given": "Tomáš"}]
    assert {"interviewer", "host"} & item.keys() == others
    assert item["issued"] == {"date-parts": [[2021, 12, 22]]}
    assert (item["dimensions"], item["language"]) == ("30:10", "sk")
    assert "accessed" not in item


def test_files_of_a_page_say_who_they_were_and_where_it_begins(series, people, client):
    ana = factories.SpeakerPageFactory(parent=people, title="Tomáš Petříček")
    page = factories.episode(series, [ana], title="Courts {and} people", live=False)
    page.appearances.add(Appearance(name="Zoe Mack", capacity="host"))
    page.save_revision().publish()
    address = f"{page.get_url()}cite/"
    answer = client.get(f"{address}csl/?t=1:30")
    assert answer["Content-Type"] == "application/vnd.citationstyles.csl+json; charset=utf-8"
    assert answer["Content-Disposition"].startswith('attachment; filename="petricek2')
    [item] = answer.json()
    assert item["author"] == [{"family": "Petříček", "given": "Tomáš"}]
    assert item["interviewer"] == [{"literal": "Zoe Mack"}]
    assert item["URL"] == f"http://testserver{page.get_url()}?t=90"
    bare = client.get(f"{address}ris/?t=rubbish").content.decode()
    assert f"UR  - http://testserver{page.get_url()}\r\n" in bare
    assert client.get(f"{address}word/").status_code == 404


def test_name_of_a_draft_page_stays_in_one_piece(series, people, client):
    ana = factories.SpeakerPageFactory(parent=people, title="Ana Nová")
    page = factories.episode(series, [ana])
    ana.unpublish()
    [item] = client.get(f"{page.get_url()}cite/csl/").json()
    assert item["author"] == [{"literal": "Ana Nová"}]
