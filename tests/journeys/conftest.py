"""A site with everything that makes pages long, short or empty."""

import datetime
import json

import pytest
from django.core.files.base import ContentFile
from django.utils import timezone
from wagtailmedia.models import get_media_model

from episodes.models import Appearance, Captions, EpisodeVideo, Partnership, Takeaway
from forum_cms.models import MenuLink, SiteSettings
from tests import factories

LONG_NAME = "Maria Magdalena Wojciechowska-Brzeszczykiewicz"
LONG_TITLE = (
    "Girls who study in kitchens, and the teachers who walk there before dawn with a blackboard, "
    "three books and no licence to teach anyone"
)
QUOTE = {"text": "A right that nobody uses is a museum piece.", "start": 754, "pulled": True}


@pytest.fixture
def pages(live_site) -> dict[str, str]:
    """Addresses by what is special about the page."""
    home = factories.make_site()
    home.introduction = "Conversations with people who defend democracy."
    home.notice = "The people and their words are invented."
    home.footer_text = "One place for a conversation."
    home.save()
    series = factories.SeriesPageFactory(
        parent=home,
        title="Online Chat",
        slug="chat",
        hashtag="#Example",
        introduction="Half an hour, every week.",
        youtube_url="https://www.youtube.com/@example",
    )
    people = _people(factories.SpeakerIndexPageFactory(parent=home, slug="people"))
    organisations = factories.OrganisationIndexPageFactory(parent=home, slug="organisations")
    bureau = factories.OrganisationPageFactory(
        parent=organisations,
        title="Bureau of Open Doors",
        slug="bureau",
        short_name="BOD",
        country="CZ",
        description="<p>Keeps doors open.</p>",
        logo=factories.image("Logo", 400, 200),
    )
    about = factories.StandardPageFactory(
        parent=home,
        title="About",
        slug="about",
        body=json.dumps([{"type": "paragraph", "value": "<p>We store nothing.</p>"}]),
    )
    for page in (series, people[0].get_parent(), organisations, about):
        home.menu_links.add(MenuLink(page=page))
    home.save()
    _settings()
    tags = [factories.TagFactory(name=f"Topic {number:02}") for number in range(15)]
    _episodes(series, people, bureau, tags)
    chat = series.get_url()
    return {
        "home": "/",
        "series": chat,
        "tag": f"{chat}tag/topic-00/",
        "nothing found": f"{chat}?tag=topic-00&tag=topic-14&tag=nowhere&page=99",
        "episode": f"{chat}full/",
        "six guests and a long title": f"{chat}long/",
        "announced": f"{chat}announced/",
        "own file": f"{chat}own/",
        "people": "/people/",
        "person": "/people/dora/",
        "person without portrait": "/people/nino/",
        "organisations": "/organisations/",
        "organisation": "/organisations/bureau/",
        "standard": "/about/",
        "not found": "/nowhere/",
    }


def _people(index):
    def person(title, slug, **fields):
        return factories.SpeakerPageFactory(parent=index, title=title, slug=slug, **fields)

    return [
        person("Dora Řeháková", "dora", portrait=factories.image("Dora", 800, 1000)),
        person("ნინო ბერიძე", "nino"),
        person(LONG_NAME, "maria", role="Ombudswoman and Chair of the Council of Ombudspersons"),
        *(person(f"Ana Guest {number}", f"ana-{number}") for number in range(3)),
    ]


def _settings():
    settings = SiteSettings.objects.get_or_create(site=factories.Site.objects.get())[0]
    settings.mark = "#Example"
    settings.organisation_name, settings.contact_email = "Example", "office@example.org"
    settings.save()


def _episodes(series, people, bureau, tags):
    body = [
        {"type": "heading", "value": "Courts need neighbours"},
        {"type": "paragraph", "value": "<p>Rules last where <b>people</b> use them.</p>"},
        {"type": "quote", "value": {**QUOTE, "speaker": people[0].pk}},
    ]

    def episode(title, slug, guests, day, **fields):
        fields = {"lead": "What keeps a court honest.", "body": json.dumps(body), **fields}
        date = datetime.date(2024, 5, day)
        return factories.episode(
            series, guests, title=title, slug=slug, published_on=date, **fields
        )

    full = episode("The need for coordination", "full", [], 20, live=False, video="")
    full.poster = factories.image("Poster")
    full.recorded_on, full.abridged = datetime.date(2024, 4, 2), True
    full.appearances = [
        Appearance(speaker=people[0], role="Judge", organisation=bureau),
        Appearance(speaker=people[1], role="Journalist", capacity="moderator"),
    ]
    full.takeaways = [Takeaway(text="Habits outlast laws.", start_s=90), Takeaway(text="So it is.")]
    full.partnerships = [Partnership(organisation=bureau)]
    full.videos = [
        EpisodeVideo(link="https://www.youtube.com/watch?v=abcdefghijk", duration_s=1810),
        EpisodeVideo(kind="full", link="https://vimeo.com/76979871", duration_s=5400),
    ]
    full.tags.add(*tags[:3])
    full.save_revision().publish()

    episode(LONG_TITLE, "long", people, 19, tags=tags[:14])
    premiere = timezone.now() + datetime.timedelta(days=9)
    episode("People not yet born", "announced", people[1:2], 18, video="", premieres_at=premiere)
    own = episode("Own file", "own", people[:1], 17, tags=tags[14:], live=False, video="")
    file = ContentFile(b"no real film", name="film.mp4")
    media = get_media_model().objects.create(title="Film", duration=12, type="video", file=file)
    video = EpisodeVideo(media=media, duration_s=12)
    cue = {"start": 0.5, "end": 3.0, "text": "Good evening.", "speaker": ""}
    video.captions.add(Captions(language="en", cues=[cue]))
    own.videos.add(video)
    own.save_revision().publish()
