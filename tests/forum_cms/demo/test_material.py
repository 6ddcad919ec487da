"""The demonstration's material holds together, is large enough, and is our own."""

import re
from collections import Counter
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest

from forum_cms.demo import material
from forum_cms.demo.records import Video

SEED = Path(__file__).parents[4] / "shared" / "data" / "articles" / "seed.txt"
REPEATED_BY_SHAPE = re.compile(r"In this video, you|recording has been used")


@pytest.fixture(scope="module")
def demo():
    return material.load()


def lead_of(episode):
    return episode.text.split("\n\n")[2]


def test_demo_is_as_large_as_promised(demo):
    names = [person.name for person in demo.people.values()]
    appearing = Counter(
        name for name in names for episode in demo.episodes if name in lead_of(episode)
    )
    assert Counter(episode.series for episode in demo.episodes) == {
        "forum2000online-chat": 21,
        "bench-and-square-talk": 9,
    }
    assert len(appearing) == len(demo.people) >= 20
    assert sum(1 for times in appearing.values() if times > 1) >= 10
    assert len(demo.organisations) >= 8
    assert len({tag for episode in demo.episodes for tag in episode.tags}) == len(demo.tags) >= 15


def test_articles_have_the_shape_of_the_series(demo):
    for episode in demo.episodes:
        paragraphs = episode.text.strip().split("\n\n")
        title, date, lead = paragraphs[:3]
        assert title.endswith(demo.series[episode.series].hashtag), episode.key
        assert (
            datetime.strptime(f"{date} +0000", "%B %d, %Y %z").date().isoformat()
            == episode.name[:10]
        )
        assert re.search(rf"episode of {demo.series[episode.series].hashtag} \w+, ", lead), (
            episode.key
        )
        assert paragraphs[-4] == "In this video, you will learn that:", episode.key
        bullets = paragraphs[-3].split("\n")
        assert 4 <= len(bullets) <= 6 and all(line.startswith("  • ") for line in bullets), (
            episode.key
        )
        assert re.match(
            r"The (panel discussion|interview|conversation) was recorded on \w+ \d+, 20\d\d",
            paragraphs[-2],
        )
        assert paragraphs[-1] == material.LAST_LINE, episode.key
        headings = [text for text in paragraphs[3:-4] if len(text) < 80]
        assert 3 <= len(headings) <= 4 and len(paragraphs[3:-4]) == 2 * len(headings), episode.key
        assert 350 <= len(episode.text.split()) <= 600, episode.key


def test_guests_are_in_the_catalogue_or_left_out_on_purpose(demo):
    known = {person.name for person in demo.people.values()} | set(demo.people_without_page)
    for episode in demo.episodes:
        lead = lead_of(episode)
        named = {name for name in known if name in lead}
        roles = len(re.findall(r", (?:(?:the|an?) (?:former )?(?=[A-Z])|a writer)", lead))
        assert len(named) == roles, (episode.key, named)


def test_quotations_are_closed_and_attributed(demo):
    for episode in demo.episodes:
        surnames = [person.name.split()[-1] for person in demo.people.values()]
        surnames += [name.split()[-1] for name in demo.people_without_page]
        for paragraph in episode.text.split("\n\n"):
            assert paragraph.count("“") == paragraph.count("”"), paragraph
            assert '"' not in paragraph
            if "“" in paragraph:
                assert any(name in paragraph for name in surnames), paragraph


def test_special_episodes_say_so_in_their_article(demo):
    assert {e.key for e in demo.episodes if e.special} == {
        e.key for e in demo.episodes if "special episode" in lead_of(e)
    }
    assert sum(episode.special for episode in demo.episodes) == 3


def test_gaps_are_there_on_purpose(demo):
    announced = [episode for episode in demo.episodes if episode.premieres_in_days]
    assert [episode.slug for episode in announced] == ["people-not-yet-born"]
    assert not [video for video in announced[0].videos if video.kind == "main"]
    assert sum(1 for episode in demo.episodes if episode.poster_style is None) == 2
    assert sum(1 for person in demo.people.values() if person.look is None) == 2
    assert [person.slug for person in demo.people.values() if not person.countries] == [
        "ondrej-salvej"
    ]


def test_video_addresses_are_well_formed_and_each_is_used_once(demo):
    addresses = [video.url for episode in demo.episodes for video in episode.videos if video.url]
    shapes = re.compile(
        r"https://(www\.youtube\.com/watch\?v=demo[\w-]{7}|youtu\.be/demo[\w-]{7}|vimeo\.com/99\d{10})"
    )
    assert [address for address in addresses if not shapes.fullmatch(address)] == []
    assert len(set(addresses)) == len(addresses)
    for episode in demo.episodes:
        assert episode.premieres_in_days or [
            video for video in episode.videos if video.kind == "main"
        ], episode.key


def test_links_lead_to_reserved_addresses_only(demo):
    links = [link.url for person in demo.people.values() for link in person.links]
    links += [organisation.website for organisation in demo.organisations.values()]
    assert [link for link in links if not re.match(r"https://([a-z]+\.)?example\.org/", link)] == []


def test_everybody_says_that_they_are_invented(demo):
    assert {person.biography[-1] for person in demo.people.values()} == {
        "This person is invented: the demonstration needed somebody to say these things."
    }
    assert all(
        each.description.endswith("is invented for the demonstration.")
        for each in demo.organisations.values()
    )


def test_standard_pages_stand_in_both_languages(demo):
    assert list(demo.pages) == ["about", "privacy", "accessibility"]
    for page in demo.pages.values():
        assert page.sections and page.cs.sections and page.cs.title != page.title
    assert set(demo.home["cs"]) == set(demo.home) - {"cs", "house"}


def test_wrong_reference_is_told_with_its_place(demo):
    first = demo.episodes[0]
    wrong = replace(first, tags=("unheard-of",), videos=(Video("main", "en", 60),))
    broken = replace(demo, episodes=(wrong, *demo.episodes[1:]))
    assert list(material.contradictions(broken)) == [
        f"{first.key}: the tag unheard-of is not in catalogue/tags.toml.",
        f"{first.key}: a video needs an address or a file, one of them.",
    ]


@pytest.mark.skipif(not SEED.exists(), reason="the real article is not beside this repository")
def test_no_sentence_is_taken_from_the_real_article(demo):
    def sentences(text):
        plain = re.sub(r"\s+", " ", text.replace("\u00a0", " "))
        return {
            part.strip() for part in re.split(r"(?<=[.!?”\"])\s", plain) if len(part.split()) > 6
        }

    theirs = {
        text
        for text in sentences(SEED.read_text(encoding="utf-8"))
        if not REPEATED_BY_SHAPE.search(text)
    }
    ours = set().union(*(sentences(episode.text) for episode in demo.episodes))
    assert len(theirs) > 25
    assert theirs & ours == set()


def test_czech_words_fit_what_they_translate(demo):
    czech = demo.czech
    assert len(czech.episodes) >= 10 and len(czech.people) >= 20
    assert all(words["body"][-1] == czech.demonstration for words in czech.episodes.values())
    assert all(tag.cs for tag in demo.tags.values())
    assert all(series.cs for series in demo.series.values())
    assert all(page.cs for page in demo.pages.values())


def test_translation_of_nobody_is_a_contradiction(demo):
    czech = replace(demo.czech, people={**demo.czech.people, "nobody": {}})
    found = list(material.contradictions(replace(demo, czech=czech)))
    assert found == ["The Czech catalogue translates people.nobody, but there is none."]
