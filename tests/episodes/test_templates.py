"""What the templates of episodes say, word for word."""

import datetime
import json

import pytest
from django.utils import timezone

from episodes.filters import EpisodeFilter
from episodes.models import Appearance, EpisodePage, EpisodeVideo, Partnership
from episodes.templatetags import episodes_tags as tags
from tests import factories


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (None, ""),
        (0, ""),
        (20, "1 min"),
        (2490, "42 min"),
        (3600, "1 h 0 min"),
        (3720, "1 h 2 min"),
    ],
)
def test_running_time_is_said_in_minutes(seconds, words):
    assert tags.running_time(seconds) == words


def test_clock_writes_seconds_and_leaves_nothing_empty():
    assert (tags.clock(754), tags.clock(0), tags.clock(None)) == ("12:34", "0:00", "")


def test_names_of_three_are_a_sentence():
    people = [Appearance(name=name) for name in ("Ana", "Ira", "Jan")]
    assert tags.names(people) == "Ana, Ira and Jan"
    assert tags.names(people[:1]) == "Ana"


def test_role_then_joins_role_and_organisation():
    assert tags.role_then(Appearance(role="Chair", organisation_name="Bureau")) == "Chair, Bureau"
    assert tags.role_then(Appearance(organisation_name="Bureau")) == "Bureau"
    assert tags.role_then(Appearance()) == ""


def test_role_then_names_an_organisation_once():
    board_member = Appearance(role="Board Member of the Bureau", organisation_name="The Bureau")
    assert tags.role_then(board_member) == "Board Member of the Bureau"


def test_then_sentence_says_who_did_not_speak_as_a_guest():
    host = Appearance(role="Journalist", capacity="moderator")
    assert tags.then_sentence(host) == "Moderator\xa0· Journalist"
    assert tags.then_sentence(Appearance(role="Judge")) == "Judge"


@pytest.mark.parametrize(
    ("link", "address"),
    [
        ("https://youtu.be/abcdefghijk", "https://www.youtube.com/watch?v=abcdefghijk&t=754s"),
        ("https://vimeo.com/76979871", "https://vimeo.com/76979871#t=754s"),
    ],
)
def test_address_at_leads_to_the_second_at_the_provider(link, address):
    assert tags.address_at(EpisodeVideo(link=link), 754) == address


def test_address_at_is_empty_without_a_video():
    assert tags.address_at(None, 754) == ""


def test_provenance_says_dates_cut_and_help():
    page = EpisodePage(
        published_on=datetime.date(2021, 12, 22),
        recorded_on=datetime.date(2021, 10, 4),
        abridged=True,
        language_note="In Slovak with English subtitles.",
    )
    helpers = [Partnership(organisation_name=name) for name in ("ARC", "BOD")]
    assert tags.provenance(page, helpers) == (
        "Recorded 4 October 2021, published 22 December 2021, abridged. "
        "In cooperation with ARC and BOD. In Slovak with English subtitles."
    )


def test_provenance_of_an_empty_draft_is_empty():
    assert tags.provenance(EpisodePage(), []) == ""


def test_provenance_says_only_what_is_known():
    page = EpisodePage(published_on=datetime.date(2021, 12, 22))
    assert tags.provenance(page, []) == "Published 22 December 2021."


def test_provenance_of_what_is_announced_says_no_day_to_come():
    page = EpisodePage(
        published_on=datetime.date(2021, 12, 22),
        recorded_on=datetime.date(2021, 10, 4),
        premieres_at=timezone.now() + datetime.timedelta(days=1),
    )
    assert tags.provenance(page, []) == "Recorded 4 October 2021."
    page.abridged = True
    assert tags.provenance(page, []) == "Recorded 4 October 2021, abridged."


def sentence(series, *slugs: str) -> str:
    listing = EpisodeFilter(tags=slugs).listing(series.shelf, base_url="/chat/")
    return tags.choice_sentence(listing)


def test_choice_sentence_counts_in_words(series, people):
    person = factories.SpeakerPageFactory(parent=people)
    courts, elections = (factories.TagFactory(name=name) for name in ("Courts", "Elections"))
    assert sentence(series) == "No conversations yet"
    factories.episode(series, [person], [courts, elections])
    assert sentence(series) == "1 conversation"
    factories.episode(series, [person], [courts])
    assert sentence(series) == "2 conversations, newest first"
    assert sentence(series, "courts") == "2 conversations on Courts, newest first"
    assert sentence(series, "courts", "elections") == "1 conversation on Courts and Elections"


def test_choice_sentence_of_nothing_names_the_topics(series):
    factories.TagFactory(name="Courts")
    assert sentence(series, "courts") == "No conversation on Courts yet"


def test_draft_with_nothing_but_a_title_can_be_looked_at(series):
    draft = EpisodePage(title="Only a title", live=False)
    series.add_child(instance=draft)
    answer = draft.make_preview_request()
    assert answer.status_code == 200
    assert "Only a title" in answer.content.decode()


def test_quote_is_shown_once_large_in_the_article_or_in_the_list_below(series, people):
    person = factories.SpeakerPageFactory(parent=people, title="Dora Nová")
    values = [
        {"text": f"Words {pulled}", "speaker": person.pk, "pulled": pulled}
        for pulled in (True, False)
    ]
    body = json.dumps([{"type": "quote", "value": value} for value in values])
    page = factories.episode(series, [person], body=body)
    html = page.make_preview_request().content.decode()
    assert (html.count("Words True"), html.count("Words False")) == (1, 1)


def test_series_page_names_one_canonical_address_for_a_choice(series, people, client):
    tag = factories.TagFactory(name="Courts")
    factories.episode(series, [factories.SpeakerPageFactory(parent=people)], [tag])
    html = client.get(f"{series.get_url()}?tag=courts").content.decode()
    assert f'<link rel="canonical" href="http://testserver{series.get_url()}tag/courts/">' in html


def test_row_names_a_language_that_is_not_the_one_of_the_series(series, people, client):
    person = factories.SpeakerPageFactory(parent=people)
    factories.episode(series, [person], spoken_language="sk")
    factories.episode(series, [person])
    html = client.get(series.get_url()).content.decode()
    assert (html.count("In Slovak"), html.count("In English")) == (1, 0)


def test_quotes_in_another_script_say_their_language_and_direction(series, people, client):
    person = factories.SpeakerPageFactory(parent=people)
    values = [
        {"text": text, "speaker": person.pk} for text in ("الحق عادة.", "权利是习惯。", "A right.")
    ]
    body = json.dumps([{"type": "quote", "value": value} for value in values])
    page = factories.episode(series, [person], body=body)
    for url in (page.url, f"{series.url}quotes/", person.url):
        html = client.get(url).content.decode()
        for attributes in (' lang="ar" dir="rtl"', ' lang="zh" dir="ltr"', ' dir="auto"'):
            assert f'<blockquote class="quote-words"{attributes}>' in html


def test_player_says_when_the_only_video_is_a_trailer(series, people):
    page = factories.episode(series, [factories.SpeakerPageFactory(parent=people)])
    badge = '<span class="badge-plain">Trailer</span>'
    assert badge not in page.make_preview_request().content.decode()
    page.videos.update(kind="trailer")
    assert badge in EpisodePage.objects.get().make_preview_request().content.decode()
