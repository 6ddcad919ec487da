"""Real pages for tests, made the way that staff make them: valid, in the tree, published."""

import datetime
import io

import factory
from django.core.files.base import ContentFile
from factory.django import DjangoModelFactory
from PIL import Image as PillowImage
from wagtail.images import get_image_model
from wagtail.models import Page, Site
from wagtail_factories import PageFactory
from wagtailmedia.models import get_media_model

from episodes.models import Appearance, EpisodePage, EpisodeTag, EpisodeVideo, SeriesPage
from forum_cms.models import HomePage, StandardPage
from speakers.models import (
    OrganisationIndexPage,
    OrganisationPage,
    SpeakerIndexPage,
    SpeakerPage,
)


def make_site() -> HomePage:
    """An empty site with its home page; the root page and locale come from migrations."""
    root = Page.get_first_root_node()
    for page in root.get_children():
        page.delete()
    home = HomePageFactory(parent=Page.get_first_root_node(), title="Home")
    Site.objects.all().delete()
    Site.objects.create(hostname="localhost", root_page=home, is_default_site=True)
    return home


def image(title: str = "A picture", width: int = 1600, height: int = 900):
    """A plain picture; every call makes a new file."""
    buffer = io.BytesIO()
    PillowImage.new("RGB", (width, height), (120, 30, 40)).save(buffer, "PNG")
    file = ContentFile(buffer.getvalue(), name=f"{title.lower().replace(' ', '-')}.png")
    return get_image_model().objects.create(title=title, file=file, width=width, height=height)


def media(kind: str = "audio", title: str = "A recording"):
    """A media file of a few bytes; nothing plays it."""
    file = ContentFile(b"ID3", name=f"{title.lower().replace(' ', '-')}.mp3")
    return get_media_model().objects.create(title=title, type=kind, file=file, duration=1810)


class HomePageFactory(PageFactory):
    title = "Home"

    class Meta:
        model = HomePage


class StandardPageFactory(PageFactory):
    title = factory.Sequence("Standard page {}".format)

    class Meta:
        model = StandardPage


class SpeakerIndexPageFactory(PageFactory):
    title = "People"

    class Meta:
        model = SpeakerIndexPage


class SpeakerPageFactory(PageFactory):
    title = factory.Sequence("Ana Novotná {}".format)
    role = "Judge"
    summary = "She writes about courts."

    class Meta:
        model = SpeakerPage


class OrganisationIndexPageFactory(PageFactory):
    title = "Organisations"

    class Meta:
        model = OrganisationIndexPage


class OrganisationPageFactory(PageFactory):
    title = factory.Sequence("Institute {}".format)

    class Meta:
        model = OrganisationPage


class SeriesPageFactory(PageFactory):
    title = factory.Sequence("Series {}".format)
    hashtag = "#Example"

    class Meta:
        model = SeriesPage


class TagFactory(DjangoModelFactory):
    name = factory.Sequence("Topic {}".format)

    class Meta:
        model = EpisodeTag


class EpisodePageFactory(PageFactory):
    title = factory.Sequence("Conversation {}".format)
    published_on = factory.Sequence(
        lambda n: datetime.date(2024, 1, 1) + datetime.timedelta(days=n)
    )
    lead = "Two people talk about what keeps a court honest."

    class Meta:
        model = EpisodePage


def episode(
    series: SeriesPage,
    guests: list[SpeakerPage],
    tags: list[EpisodeTag] = (),
    video: str = "https://www.youtube.com/watch?v=abcdefghijk",
    live: bool = True,
    **fields,
) -> EpisodePage:
    """An episode below a series, published through a revision as the editor does it."""
    page = EpisodePageFactory.build(live=False, **fields)
    for person in guests:
        page.appearances.add(Appearance(speaker=person, role=person.role))
    if video:
        page.videos.add(EpisodeVideo(link=video, duration_s=1810))
    page.tags.add(*tags)
    series.add_child(instance=page)
    revision = page.save_revision()
    if live:
        revision.publish()
    page.refresh_from_db()
    return page
