"""Articles of our own, about invented people, in many shapes."""

import contextlib
import json
import re
import time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from episodes.formats import article
from episodes.formats.article import SeveralEpisodes
from episodes.formats.documents import from_text
from episodes.formats.errors import FormatError
from episodes.formats.text import clean

ARTICLES = sorted((Path(__file__).parent / "articles").glob("*.txt"))
LEAD = (
    "In this week’s episode of #Forum Chat, Vera Malá, a judge from Slovakia, and Omar bin Said, "
    "the director of Open Wells, joined us to discuss water."
)


def whole(*paragraphs, title="Wells #Forum", date="May 3, 2022"):
    return "\n\n".join((title, date, LEAD, *paragraphs))


def wheres(draft):
    return [problem.where for problem in draft.problems]


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.stem)
def test_article_equals_its_key(path):
    expected = json.loads(path.with_suffix(".json").read_text())
    read = article.parse(path.read_text()).as_dict()
    read["problems"] = [problem["where"] for problem in read["problems"]]
    assert read == expected


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.stem)
def test_every_line_ends_up_in_a_field(path):
    draft = article.parse(path.read_text())
    kept = kept_text(draft)
    for line in from_text(path.read_text()).lines:
        assert line_is_kept(line.text, draft, kept), line.text


def kept_text(draft):
    parts = [draft.title, draft.lead, draft.takeaways_intro, draft.closing_note, *draft.takeaways]
    parts += [part.text for part in draft.body]
    return "\n".join(part for part in parts if part)


def line_is_kept(line, draft, kept):
    if line in kept:
        return True
    bare = line
    for tag in draft.hashtags:
        bare = bare.replace(tag, "")
    bare = clean(bare).strip(" |–—-:")
    is_date = draft.publication_date and re.fullmatch(r"[\w\s.,:/-]{6,40}", line)
    return (
        not bare
        or bare in kept
        or bool(is_date)
        or all(sentence in kept for sentence in re.split(r"(?<=[.!?:])\s+", bare))
    )


LINES = st.sampled_from(
    [
        "May 3, 2022",
        "#Forum",
        LEAD,
        "A short line",
        "Judge Malá said: “Water is a right.”",
        "“Nobody owns the rain,” she added.",
        "You will learn that:",
        "• Wells are shared.",
        "- Judges drink too.",
        "1. Rain falls.",
        "Speakers",
        "Vera Malá – a judge",
        "Moderator: Petr Nový, editor",
        "The chat was recorded on May 1, 2022 in cooperation with Open Wells.",
        "The video is an abridged version of the recording.",
        "Watch it: https://youtu.be/abcDEF_12-3",
        "The interview was held in Czech. The well was dry.",
        "A paragraph that has several sentences. It is long enough to be one. Nobody would take it "
        "for a heading, since it goes on for more than a line and ends with a stop.",
    ]
)


@settings(max_examples=150, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(LINES, max_size=14))
def test_no_line_is_lost_whatever_the_order(lines):
    text = "\n".join(["Wells #Forum", *lines])
    try:
        draft = article.parse(text)
    except SeveralEpisodes:
        return
    kept = kept_text(draft)
    for line in from_text(text).lines:
        assert line_is_kept(line.text, draft, kept), line.text


@settings(max_examples=300)
@given(st.text(max_size=3000))
def test_parse_raises_only_format_errors(text):
    try:
        draft = article.parse(text)
    except FormatError:
        return
    json.dumps(draft.as_dict())


@pytest.mark.parametrize(
    "piece",
    [
        "“", "\" ", "Jane Doe, ", "Jane Doe and ", "joined ", "the Minister of ", "a director and ",
        "in cooperation with X and ", "Dr. ", "A. ", "#x ", "1. ", "• ", "2021 ", "https://youtu.be/",
        "said “a” ", ", who previously served as ", "Ab", "of the ", "hosted A Bc, a d, ", "\n• a",
        "\nA B\nMay 3, 2022", " - ", "word word, ", "Xx Yy Zz ", "(a) ", "'s ",
    ],
)  # fmt: skip
def test_parse_takes_bounded_time(piece):
    text = "Title\n" + (piece * (20_000 // len(piece)))
    started = time.process_time()
    with contextlib.suppress(FormatError):
        article.parse(text)
    assert time.process_time() - started < 5


@pytest.mark.parametrize("line_end", ["\r\n", "\r", "\n"])
def test_line_ends_and_blank_lines_change_nothing(line_end):
    with_blanks = whole("Water first", "“Wells listen,” Ms. Malá said. " + "It is so. " * 20)
    without = with_blanks.replace("\n\n", line_end)
    assert article.parse(without) == article.parse(with_blanks)


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("December 22, 2021", "2021-12-22"),
        ("22 December 2021", "2021-12-22"),
        ("Wednesday, December 22nd, 2021", "2021-12-22"),
        ("22. 12. 2021", "2021-12-22"),
        ("22.12.2021", "2021-12-22"),
        ("2021-12-22", "2021-12-22"),
        ("22. prosince 2021", "2021-12-22"),
        ("Published: Dec. 22, 2021", "2021-12-22"),
        ("12/22/2021", "2021-12-22"),
    ],
)
def test_date_is_read_in_every_form(written, expected):
    draft = article.parse(whole(date=written))
    assert draft.as_dict()["publication_date"] == expected
    assert wheres(draft) == []


@pytest.mark.parametrize("written", ["03/04/2021", "February 30, 2021"])
def test_unclear_date_stays_empty_and_is_shown(written):
    draft = article.parse(whole(date=written))
    assert draft.publication_date is None
    [problem] = [one for one in draft.problems if one.where == "publication_date"]
    assert written in problem.message


@pytest.mark.parametrize(
    ("title", "expected", "tags"),
    [
        ("Wells #Forum", "Wells", ("#Forum",)),
        ("#Forum: Wells", "Wells", ("#Forum",)),
        ("Wells – #Forum #Water", "Wells", ("#Forum", "#Water")),
        ("Why #MeToo matters #Forum", "Why #MeToo matters", ("#Forum",)),
        ("Wells?", "Wells?", ("#Forum",)),
    ],
)
def test_hashtags_stand_beside_the_title(title, expected, tags):
    draft = article.parse(whole(title=title))
    assert (draft.title, draft.hashtags, draft.series) == (expected, tags, "#Forum Chat")


@pytest.mark.parametrize("mark", ["•", "-", "–", "*", "1.", "\t", "◦", "a)"])
def test_takeaways_come_with_any_bullet(mark):
    marks = ["1.", "2."] if mark == "1." else ["a)", "b)"] if mark == "a)" else [mark, mark]
    listed = f"{marks[0]} Wells are old.\n{marks[1]} Rain is young."
    draft = article.parse(whole("In this video, you will learn that:", listed))
    assert draft.takeaways == ("Wells are old.", "Rain is young.")
    assert wheres(draft) == []


@pytest.mark.parametrize(
    "intro",
    [
        "In this video, you will learn that:",
        "Key takeaways",
        "The main points of the discussion:",
        "According to Vera Malá, you will learn that:",
        "In this episode, you'll find out:",
        "Takeaways:",
    ],
)
def test_takeaways_are_announced_in_many_words(intro):
    draft = article.parse(whole(intro, "• Wells are old.\n• Rain is young."))
    assert draft.takeaways_intro == intro
    assert draft.takeaways == ("Wells are old.", "Rain is young.")


@pytest.mark.parametrize(
    ("sentence", "quotes"),
    [
        ("“Wells listen,” Ms. Malá said.", [("Vera Malá", "Wells listen")]),
        ("“Wells listen”, warns bin Said.", [("Omar bin Said", "Wells listen")]),
        (
            'According to Mr. bin Said, "wells listen well”.',
            [("Omar bin Said", "wells listen well")],
        ),
        ("Ms Malá underlined that „wells listen“.", [("Vera Malá", "wells listen")]),
        ("«Wells listen», added Vera Malá.", [("Vera Malá", "Wells listen")]),
        ("Ms. Malla said: “Wells listen”.", [("Vera Malá", "Wells listen")]),
        ("Ms. Malá told Mr. bin Said that “wells listen”.", [("Vera Malá", "wells listen")]),
        (
            "“Wells,” Ms. Malá said, “listen to us.”",
            [("Vera Malá", "Wells"), ("Vera Malá", "listen to us.")],
        ),
        (
            "Ms. Malá smiled. “Wells listen to us all day,” she said.",
            [("Vera Malá", "Wells listen to us all day")],
        ),
        (
            "Ms. Malá said: “I drink.” Mr. bin Said said: “I dig.”",
            [("Vera Malá", "I drink."), ("Omar bin Said", "I dig.")],
        ),
        ("She called it the “open well” rule.", []),
    ],
)
def test_quotes_get_their_speaker(sentence, quotes):
    draft = article.parse(whole("Water first", sentence + " " + "It is so. " * 30))
    assert [(one.speaker, one.text) for one in draft.quotes] == quotes
    assert all(one.under_heading == "Water first" for one in draft.quotes)


@pytest.mark.parametrize(
    "sentence",
    [
        "“Wells listen to us all day long.” Nobody knows who said it.",
        "“Wells listen to us all day long,” they said.",
        "Mr. Malý met Ms. Malá and Mr. bin Said. “Wells listen to us all,” one of them said.",
        "“Wells listen to us all day,” Mr. Horáček said.",
        "The panelists agreed that “wells listen to us all day long”.",
    ],
)
def test_doubtful_speakers_stay_open_and_are_shown(sentence):
    draft = article.parse(whole("Water first", sentence + " " + "It is so. " * 30))
    assert [one.speaker for one in draft.quotes] == [None]
    [problem] = [one for one in draft.problems if one.where == "quotes"]
    assert draft.quotes[0].text[:20] in problem.message


@pytest.mark.parametrize(
    ("closing", "partners"),
    [
        ("Recorded in cooperation with CADAL.", [("CADAL", "in cooperation with")]),
        (
            "The chat was produced in cooperation with Sinopsis and the Open Wells Fund.",
            [("Sinopsis", "in cooperation with"), ("Open Wells Fund", "in cooperation with")],
        ),
        (
            "The chat was made in partnership with the Institute for Peace and Water.",
            [("Institute for Peace and Water", "in cooperation with")],
        ),
        ("The event was hosted by Charles Library.", [("Charles Library", "host")]),
        ("The series is supported by the Rain Fund.", [("Rain Fund", "funder")]),
        ("Media partner: Radio Wells", [("Radio Wells", "media partner")]),
        ("The UN and the OSCE were named in the discussion.", []),
    ],
)
def test_partners_are_read_with_their_relation(closing, partners):
    draft = article.parse(whole("It is so. " * 30, closing))
    assert [(one.name, one.relation) for one in draft.partners] == partners


def test_closing_is_provenance_and_other_words_stay_in_the_body():
    draft = article.parse(
        whole(
            "It is so. " * 30,
            "The rain came later. The chat was recorded on May 1, 2022. "
            "The video is an abridged version of the recording.",
        )
    )
    assert draft.as_dict()["recorded_date"] == "2022-05-01"
    assert draft.abridged is True
    assert draft.abridged_note == ("The video is an abridged version of the recording.")
    assert draft.body[-1].text == "The rain came later."


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Watch: https://youtu.be/abcDEF_12-3", "https://youtu.be/abcDEF_12-3"),
        ("It is at www.youtube.com/watch?v=abcDEF_12-3.", "https://www.youtube.com/watch?v=abcDEF_12-3"),
        ("https://vimeo.com/123456/abcdef", "https://vimeo.com/123456/abcdef"),
    ],
)  # fmt: skip
def test_video_address_is_found_anywhere(line, expected):
    assert article.parse(whole(line, "It is so. " * 30)).video_url == expected


def test_video_address_that_cannot_be_shown_is_a_problem():
    draft = article.parse(whole("https://www.youtube.com/playlist?list=PL1", "It is so. " * 30))
    assert draft.video_url is None
    [problem] = draft.problems
    assert problem.where == "video_url"
    assert "playlist" in problem.message


def test_missing_title_and_guests_are_problems_not_inventions():
    draft = article.parse("It rained. " * 40)
    assert (draft.title, draft.guests, draft.hosts) == (None, (), ())
    assert wheres(draft) == ["title", "publication_date", "guests"]


def test_empty_text_is_refused():
    with pytest.raises(FormatError, match="There is no text"):
        article.parse(" \n ")


@pytest.mark.parametrize("tag", ["", " #Forum"])
def test_several_episodes_are_refused_and_can_be_split(tag):
    first = f"Wells{tag}\nMay 3, 2022\n{LEAD}"
    second = f"Roads{tag}\nMay 10, 2022\n" + LEAD.replace("Vera Malá", "Ida Nová")
    document = from_text(f"{first}\n\n{second}")
    with pytest.raises(SeveralEpisodes) as caught:
        article.parse(document)
    assert caught.value.titles == ("Wells", "Roads")
    assert "“Wells”, “Roads”. Split it" in str(caught.value)
    drafts = [article.parse(part) for part in article.split(document)]
    assert [(one.title, one.guests[0].name) for one in drafts] == [
        ("Wells", "Vera Malá"),
        ("Roads", "Ida Nová"),
    ]


INTERVIEW = """Rice #Example

March 4, 2021

“We plant.”

{name} is a lawyer and the founder of Green Delta, a house of farmers. As Ada Example wrote, rice
waits for nobody.

“We wait,” she says.

The interview was recorded on February 4, 2021, and moderated by Jana Vzorná."""


@pytest.mark.parametrize("name", ["Marta Lind", "Nguyen Thi Hoa Lan"])
def test_whose_life_an_interview_tells_is_its_guest(name):
    draft = article.parse(INTERVIEW.format(name=name))
    assert [person.name for person in draft.guests] == [name]
    assert [person.name for person in draft.hosts] == ["Jana Vzorná"]


@pytest.mark.parametrize(
    "sentence",
    [
        "In a discussion moderated by Ana Brun, editor of Vrana, Lee Abel, judge, and Hugh Penn, "
        "poet, spoke about water.",
        "Lee Abel and Hugh Penn spoke about water in a discussion moderated by Ana Brun.",
    ],
)
def test_who_moderates_a_discussion_is_told_from_who_spoke(sentence):
    draft = article.parse(f"Water #Example\n\nDecember 1, 2021\n\n{sentence}")
    assert [person.name for person in draft.guests] == ["Lee Abel", "Hugh Penn"]
    assert [person.name for person in draft.hosts] == ["Ana Brun"]


def test_person_with_a_degree_is_no_partner():
    draft = article.parse(
        "Water #Example\n\nDecember 1, 2021\n\nIn this week’s Chat, Lee Abel, a judge, joined us. "
        "The discussion was hosted by Mgr. Petr Vlnka, Director of Lipan Institute."
    )
    assert [partner.name for partner in draft.partners] == []
