"""Pages of what is long, empty or missing, for the contact sheets; everybody is invented."""

import datetime
import json

from django.db import transaction
from django.utils import timezone
from wagtail.models import Locale

from episodes.models import Appearance, EpisodeTag, EpisodeVideo, SeriesPage, Takeaway
from forum_cms.models import HomePage
from speakers.models import SpeakerIndexPage
from tests import factories

TITLE = (
    "Girls who study in kitchens, and the teachers who walk there before dawn with a blackboard, "
    "three books and no licence to teach anyone at all"
)
CZECH_TITLE = (
    "Nejneobhospodařovávatelnější kouty ústavy: co dělat s pravidly, která nikdo neporušuje, "
    "protože o nich nikdo neví, a kdo je má hlídat v noci"
)
NAMES = (
    "Maria Magdalena Wojciechowska-Brzeszczykiewicz",
    "ქეთევან-ელისაბედ წერეთელი-ჯამბაკურიანი",
    "Bohumila Květoslava Řeřichová-Nejezchlebová",
    "Nguyễn Thị Ánh Khuê",
    "Ó Súilleabháin",
    "Jo",
)
ROLE = "Former Deputy Ombudswoman and Chair of the Standing Council of Regional Ombudspersons"
CZECH_ROLE = "Bývalá zástupkyně ochránce práv a předsedkyně stálé rady krajských ombudsmanů"
BODY = [
    {"type": "heading", "value": "Courts need neighbours"},
    {"type": "paragraph", "value": "<p>Rules last where people use them.</p>"},
]


@transaction.atomic
def make_extremes() -> None:
    """The series /extremes/ and /cs/extremes/ with its people; nothing where it is already."""
    if SeriesPage.objects.filter(slug="extremes").exists():
        return
    home = HomePage.objects.get(locale=Locale.get_default())
    index = SpeakerIndexPage.objects.child_of(home).get()
    czech = Locale.objects.get(language_code="cs")
    people = [
        factories.SpeakerPageFactory(
            parent=index, title=name, slug="long-name" if number == 0 else f"extreme-{number}"
        )
        for number, name in enumerate(NAMES)
    ]
    people[0].role = ROLE
    people[0].save_revision().publish()
    series = factories.SeriesPageFactory(
        parent=home, title="Extremes", slug="extremes", hashtag="#ExtremesOfEverything"
    )
    tags = list(EpisodeTag.objects.all()[:14])
    long = factories.episode(series, [], tags, title=TITLE, slug="long", live=False)
    long.appearances = [
        Appearance(speaker=person, role=ROLE if number < 3 else "Judge")
        for number, person in enumerate(people)
    ]
    quote = {"text": "A right is a habit.", "speaker": people[0].pk, "start": 60}
    long.body = json.dumps([*BODY, {"type": "quote", "value": quote}])
    long.takeaways = [Takeaway(text=TITLE, start_s=5000), Takeaway(text="So.")]
    long.videos = [
        EpisodeVideo(link="https://www.youtube.com/watch?v=abcdefghijk", duration_s=5410),
        EpisodeVideo(kind="full", link="https://vimeo.com/76979871", duration_s=8400),
    ]
    long.save_revision().publish()
    minimal = factories.episode(series, people[5:], title="So", slug="minimal", lead="Two talk.")
    soon = timezone.now() + datetime.timedelta(days=3)
    coming = factories.episode(
        series, people[1:2], title="Soon", slug="coming", video="", premieres_at=soon
    )
    for page in (series, *people, long, minimal, coming):
        twin = page.copy_for_translation(czech)
        if page == long:
            twin.title = CZECH_TITLE
        if page == people[0]:
            twin.role = CZECH_ROLE
        twin.save_revision().publish()
