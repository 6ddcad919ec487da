"""What an episode lacks: each question, and the same queries for one as for many."""

import datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.models import Locale

from episodes.authoring import readiness
from episodes.models import Captions, EpisodePage, EpisodeVideo
from tests import factories

CUES = [{"start": 0, "end": 2, "text": "Good evening."}]
YOUTUBE = "https://www.youtube.com/watch?v=abcdefghijk"
#: The whole list, in the order of work, on a site of one language.
KEYS = [
    "date",
    "lead",
    "guests",
    "video",
    "alternative",
    "captions",
    "transcript",
    "audio",
    "biographies",
    "portraits",
    "descriptions",
    "tags",
]


def picture(credit="Jana Nováková", description="A hall"):
    made = factories.image("Hall")
    made.credit, made.description = credit, description
    made.save()
    return made


@pytest.fixture
def ana(people):
    return factories.SpeakerPageFactory(
        parent=people, title="Ana Novotná", biography="<p>A judge.</p>", portrait=picture()
    )


@pytest.fixture(autouse=True)
def one_language(db):
    """Migrations may have made more than one."""
    Locale.objects.exclude(language_code="en").delete()


@pytest.fixture
def complete(series, ana):
    """An episode that lacks nothing."""
    page = factories.episode(
        series,
        [ana],
        tags=[factories.TagFactory(name="Courts")],
        video="",
        poster=picture(),
        live=False,
    )
    page.audio = factories.media("audio")
    page.videos = films("en", "captions")
    page.save_revision().publish()
    return EpisodePage.objects.get(pk=page.pk)


def films(language, kind):
    """Two sources; the first has captions."""
    first = EpisodeVideo(link=YOUTUBE, sort_order=0)
    first.captions = [Captions(language=language, kind=kind, cues=CUES)]
    return [first, EpisodeVideo(link="https://vimeo.com/76979871", sort_order=1)]


def missing(page) -> dict[str, str]:
    return {line.key: str(line.why) for line in readiness.of_episode(page).open}


def test_a_complete_episode_lacks_nothing(complete):
    found = readiness.of_episode(complete)
    assert [line.key for line in found.lines] == KEYS
    assert missing(complete) == {}
    assert (found.done, found.total, found.percent) == (12, 12, 100)
    assert found.is_complete


def test_a_new_episode_lacks_all_that_an_editor_can_give(db):
    found = readiness.of_episode(EpisodePage(title="New"))
    assert [line.key for line in found.open] == [
        "date",
        "lead",
        "guests",
        "video",
        "alternative",
        "captions",
        "transcript",
        "audio",
        "tags",
    ]
    assert [line.key for line in found.open if line.needed] == ["date", "lead", "guests", "video"]
    assert not found.is_publishable


def test_a_host_is_no_guest(complete):
    row = complete.appearances.get()
    row.capacity = "host"
    complete.appearances = [row]
    assert set(missing(complete)) == {"guests"}


def test_an_announced_episode_may_be_published_without_a_video(complete):
    complete.videos = []
    complete.premieres_at = timezone.now() + datetime.timedelta(days=3)
    line = next(line for line in readiness.of_episode(complete).lines if line.key == "video")
    assert (line.done, line.needed) == (False, False)
    complete.premieres_at = timezone.now() - datetime.timedelta(days=3)
    line = next(line for line in readiness.of_episode(complete).lines if line.key == "video")
    assert (line.done, line.needed) == (False, True)


@pytest.mark.parametrize(
    ("links", "lacks"),
    [
        ([YOUTUBE], True),
        ([YOUTUBE, "https://youtu.be/bbbbbbbbbbb"], True),
        ([YOUTUBE, "https://m.youtube.com/watch?v=bbbbbbbbbbb"], True),
        ([YOUTUBE, "https://vimeo.com/76979871"], False),
    ],
)
def test_a_second_source_is_one_of_another_house(complete, links, lacks):
    complete.videos = [EpisodeVideo(link=link) for link in links]
    assert ("alternative" in missing(complete)) is lacks


@pytest.mark.parametrize(
    ("language", "kind", "lacks"),
    [
        ("en", "captions", set()),
        ("en-GB", "subtitles", set()),
        ("cs", "subtitles", {"transcript"}),
        ("en", "chapters", {"captions", "transcript"}),
        ("en", "descriptions", {"captions", "transcript"}),
    ],
)
def test_a_transcript_is_in_the_language_that_is_spoken(complete, language, kind, lacks):
    complete.videos = films(language, kind)
    assert set(missing(complete)) == lacks


def test_people_without_biography_and_portrait_are_named_with_where_to_mend_it(complete, ana):
    ana.biography, ana.portrait = "", None
    ana.save()
    lines = {line.key: line for line in readiness.of_episode(complete).open}
    assert {key: str(line.why) for key, line in lines.items()} == {
        "biographies": "Nothing is said about: Ana Novotná.",
        "portraits": "No portrait of: Ana Novotná.",
    }
    assert lines["biographies"].links[0].url == f"/admin/pages/{ana.pk}/edit/"


def test_a_portrait_needs_its_photographer(complete, ana):
    ana.portrait = picture(credit="")
    ana.save()
    line = readiness.of_episode(complete).open[0]
    assert str(line.why) == "Nobody is credited for the portrait of: Ana Novotná."
    assert line.links[0].url == f"/admin/images/{ana.portrait_id}/"


def test_pictures_of_poster_and_body_need_a_description(complete):
    complete.poster = picture(description="")
    inside = picture(description="")
    complete.body = [("image", {"image": inside, "caption": ""})]
    line = readiness.of_episode(complete).open[0]
    assert line.key == "descriptions"
    assert [link.url for link in line.links] == [
        f"/admin/images/{complete.poster_id}/",
        f"/admin/images/{inside.pk}/",
    ]


def test_a_second_language_asks_for_a_translation(complete):
    czech = Locale.objects.get_or_create(language_code="cs")[0]
    assert missing(complete) == {"translation": "There is no page in: Czech."}
    complete.get_parent().specific.copy_for_translation(czech, copy_parents=True)
    complete.copy_for_translation(czech)
    assert missing(complete) == {}


def test_the_newest_draft_counts_not_what_is_live(complete):
    complete.lead = ""
    complete.save_revision()
    live = EpisodePage.objects.get(pk=complete.pk)
    found = readiness.of_episodes([live])[live.pk]
    assert [line.key for line in found.open] == ["lead"]


def test_many_episodes_take_the_queries_of_one(series, ana):
    def queries(count):
        while EpisodePage.objects.count() < count:
            factories.episode(series, [ana], poster=picture())
        pages = list(EpisodePage.objects.all())
        with CaptureQueriesContext(connection) as captured:
            readiness.of_episodes(pages)
        return len(captured)

    assert queries(1) == queries(4)
