"""One episode with everything, and what must never leak."""

import datetime
import json

import pytest
from django.core.files.base import ContentFile
from django.utils import timezone
from wagtail.models import PageViewRestriction
from wagtailmedia.models import get_media_model

from episodes.models import Appearance, EpisodeVideo, Partnership, Takeaway
from tests import factories

HOSTILE = "</script><script>x()</script> & “q” ' \" \x0b\x1f \u202eعربي\u202c 🎬 <!-- ]]>"
SECRET = "Unspoken"


@pytest.fixture
def organisation(organisations):
    return factories.OrganisationPageFactory(
        parent=organisations,
        title="Bureau of Open Doors",
        short_name="BOD",
        website="https://bureau.example.org/",
        logo=factories.image("Logo", 400, 200),
        other_spellings="Open Door Office",
    )


@pytest.fixture
def speaker(people, organisation):
    """A judge of today with a page, a portrait and an employer."""
    return factories.SpeakerPageFactory(
        parent=people,
        title="Dora Řeháková",
        honorific="Dr.",
        role="Chief Judge",
        organisation=organisation,
        portrait=factories.image("Face", 800, 1000),
        other_spellings="Dora Rehakova",
    )


@pytest.fixture
def rich_episode(series, speaker, organisation):
    """Published, with a guest, a moderator without a page, quotes, takeaways and a video."""
    quotes = [
        {"text": "A right is a habit.", "speaker": speaker.pk, "start": 754, "end": 760},
        {"text": "Said at the same second.", "speaker": speaker.pk, "start": 90},
        {"text": "Nobody knows when.", "speaker": speaker.pk},
    ]
    page = factories.episode(
        series,
        [],
        [factories.TagFactory(name="Courts"), factories.TagFactory(name="Elections")],
        video="",
        live=False,
        title="What keeps a court honest",
        slug="court",
        published_on=datetime.date(2024, 7, 5),
        recorded_on=datetime.date(2024, 6, 3),
        poster=factories.image("Poster"),
        body=json.dumps([{"type": "quote", "value": value} for value in quotes]),
    )
    page.appearances = [
        Appearance(speaker=speaker, role="Judge", organisation=organisation, honorific="Dr."),
        Appearance(name="Jan Hora", role="Journalist", capacity="moderator", honorific="Mr."),
    ]
    page.takeaways = [
        Takeaway(text="Habits outlast laws.", start_s=90),
        Takeaway(text="No time is known."),
        Takeaway(text="After the end.", start_s=5000),
    ]
    page.partnerships = [Partnership(organisation=organisation)]
    page.videos = [
        EpisodeVideo(link="https://www.youtube.com/watch?v=abcdefghijk", duration_s=1810)
    ]
    page.save_revision().publish()
    page.refresh_from_db()
    return page


@pytest.fixture
def own_file():
    return get_media_model().objects.create(
        title="Film", duration=60, type="video", file=ContentFile(b"no film", name="film.mp4")
    )


@pytest.fixture
def secrets(series, people, organisations, speaker):
    """Everything that visitors may not see; each has SECRET in its title and address."""

    def hide(page, number):
        page.title, page.slug = f"{SECRET} {number}", f"unspoken-{number}"
        return page

    draft = hide(factories.episode(series, [speaker], live=False), 1)
    draft.save()
    private = hide(factories.episode(series, [speaker]), 2)
    private.save()
    scheduled = hide(factories.episode(series, [speaker], live=False), 3)
    scheduled.go_live_at = timezone.now() + datetime.timedelta(days=3)
    scheduled.save_revision().publish()
    assert not scheduled.live
    hidden_series = factories.SeriesPageFactory(
        parent=series.get_parent(), title=f"{SECRET} 4", slug="unspoken-4"
    )
    below = hide(factories.episode(hidden_series, [speaker]), 5)
    below.save()
    unpublished_person = factories.SpeakerPageFactory(
        parent=people, title=f"{SECRET} 6", slug="unspoken-6", live=False
    )
    private_person = factories.SpeakerPageFactory(
        parent=people, title=f"{SECRET} 7", slug="unspoken-7"
    )
    private_organisation = factories.OrganisationPageFactory(
        parent=organisations, title=f"{SECRET} 8", slug="unspoken-8"
    )
    speaker.organisation = private_organisation
    speaker.save()
    for page in (private, hidden_series, private_person, private_organisation):
        PageViewRestriction.objects.create(page=page, restriction_type="login")
    return [draft, private, scheduled, below, unpublished_person, private_person]
