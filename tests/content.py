"""Many episodes at once, for tests and benchmarks that look at size."""

import datetime

from episodes.authoring.catalogue.tree import add_pages
from episodes.models import (
    Appearance,
    EpisodePage,
    EpisodeTag,
    EpisodeVideo,
    Partnership,
    SeriesPage,
    Takeaway,
)
from forum_cms.models import MenuLink
from speakers.models import OrganisationPage, SpeakerPage
from tests import factories

BODY = [
    {"type": "heading", "value": "Courts need neighbours"},
    {"type": "paragraph", "value": "<p>Rules last where people use them.</p>"},
]


def fill(
    series: SeriesPage,
    people: list[SpeakerPage],
    organisation: OrganisationPage,
    tags: list[EpisodeTag],
    count: int,
    first: int = 0,
) -> list[EpisodePage]:
    """Publish `count` episodes; each has the first person, a second one in turn, a quote of the
    first, a partner, all tags and a video. `first` is the number of the first one."""
    made = []
    for number in range(first, first + count):
        page = EpisodePage(
            title=f"Conversation {number}",
            slug=f"conversation-{number}",
            published_on=datetime.date(2020, 1, 1) + datetime.timedelta(days=number),
            lead="Two people talk about what keeps a court honest.",
            live=True,
        )
        quote = {"text": "A right is a habit.", "speaker": people[0].pk, "start": 60}
        page.body = EpisodePage._meta.get_field("body").to_python(
            [*BODY, {"type": "quote", "value": quote}]
        )
        others = people[1:]
        for person in [people[0], *(others[number % len(others) :][:1] if others else [])]:
            page.appearances.add(
                Appearance(speaker=person, role=person.role, organisation=organisation)
            )
        page.partnerships.add(Partnership(organisation=organisation))
        page.takeaways.add(Takeaway(text="Habits outlast laws.", start_s=90))
        page.videos.add(
            EpisodeVideo(link="https://www.youtube.com/watch?v=abcdefghijk", duration_s=1810)
        )
        page.tags.add(*tags)
        made.append(page)
    add_pages(series, made)
    return made


def small_site(count: int) -> dict[str, object]:
    """A site with `count` episodes and one page of every kind; gives the pages by name."""
    home = factories.make_site()
    people = factories.SpeakerIndexPageFactory(parent=home)
    organisations = factories.OrganisationIndexPageFactory(parent=home)
    organisation = factories.OrganisationPageFactory(
        parent=organisations, logo=factories.image("Logo", 400, 200)
    )
    speakers = [
        factories.SpeakerPageFactory(
            parent=people,
            portrait=factories.image(f"Face {n}", 400, 500),
            organisation=organisation,
        )
        for n in range(3)
    ]
    tags = [factories.TagFactory(name=name) for name in ("Courts", "Elections")]
    series = factories.SeriesPageFactory(parent=home, title="Chat", hashtag="#Example")
    home.menu_links = [MenuLink(page=series)]
    home.save()
    episodes = fill(series, speakers, organisation, tags, count)
    return {
        "home": home,
        "people": people,
        "organisations": organisations,
        "organisation": organisation,
        "speaker": speakers[0],
        "speakers": speakers,
        "series": series,
        "tags": tags,
        "episodes": episodes,
    }
