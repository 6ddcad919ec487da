"""Articles with a key by a careful reader: what is read equals the key."""

import json
import re
from collections import Counter

import pytest

from episodes.formats import article, documents

SEED_FIELDS = (
    "title hashtags series publication_date recorded_date lead guests hosts headings takeaways "
    "partners abridged abridged_note language_note video_url"
).split()


def words(text):
    return Counter(re.findall(r"\w+", (text or "").lower()))


def names(people):
    return [person["name"] for person in people]


@pytest.mark.parametrize("file", ["seed.txt", "seed_styled.docx", "seed_flat.docx"])
def test_seed_equals_its_key_in_every_field(shared, file):
    key = json.loads((shared / "articles" / "seed.json").read_text())
    read = article.parse(documents.read_path(shared / "articles" / file)).as_dict()
    assert {name: read[name] for name in SEED_FIELDS} == {name: key[name] for name in SEED_FIELDS}
    assert read["quotes"] == [
        {name: quote[name] for name in ("speaker", "text", "under_heading")}
        for quote in key["quotes"]
    ]
    # The misspelt surname is resolved, and shown to the editor.
    assert [(one["where"], "Zhvotis" in one["message"]) for one in read["problems"]] == [
        ("body", True)
    ]


def test_seed_keeps_its_paragraphs_and_closing(shared):
    key = json.loads((shared / "articles" / "seed.json").read_text())
    draft = article.parse(documents.read_path(shared / "articles" / "seed.txt"))
    paragraphs = [part.text for part in draft.body if isinstance(part, article.Paragraph)]
    assert paragraphs == [text for section in key["sections"] for text in section["paragraphs"]]
    assert draft.takeaways_intro == key["takeaways_intro"]
    assert draft.closing_note == key["closing_note"]


def test_series_articles_give_people_dates_and_roles(shared):
    right = all_words = 0
    for path in sorted((shared / "articles" / "series").glob("*.txt")):
        key = json.loads(path.with_suffix(".json").read_text())
        read = article.parse(documents.read_path(path)).as_dict()
        where = path.name
        assert read["title"] == key["title"], where
        assert read["hashtags"] == key["hashtags"], where
        assert names(read["guests"]) == names(key["guests"]), where
        assert names(read["hosts"]) == names(key["hosts"]), where
        assert read["publication_date"] == key["publication_date"], where
        assert read["recorded_date"] == key["recorded_date"], where
        assert names(read["partners"]) == key["partners"], where
        assert len(read["headings"]) == key["headings_count"], where
        assert len(read["takeaways"]) == (key["takeaways_count"] or 0), where
        assert [one["speaker"] for one in read["quotes"]] == [
            one["speaker"] for one in key["quotes"]
        ], where
        for capacity in ("guests", "hosts"):
            for mine, theirs in zip(read[capacity], key[capacity], strict=True):
                all_words += words(theirs["role"]).total()
                right += (words(mine["role"]) & words(theirs["role"])).total()
    assert right / all_words >= 0.95


@pytest.mark.parametrize("suffix", [".md", ".txt"])
def test_articles_of_another_house_invent_nobody(shared, suffix):
    found = expected = 0
    for path in sorted((shared / "articles" / "digitalgov").glob(f"*{suffix}")):
        key = json.loads(path.with_suffix(".json").read_text())
        read = article.parse(documents.read_path(path)).as_dict()
        mine = {(who, name) for who in ("guests", "hosts") for name in names(read[who])}
        theirs = {(who, name) for who in ("guests", "hosts") for name in names(key[who])}
        assert mine <= theirs, path.name
        found, expected = found + len(mine), expected + len(theirs)
        assert read["title"] == key["title"], path.name
        assert read["takeaways"] == key["takeaways"], path.name
    assert found / expected >= 0.9
