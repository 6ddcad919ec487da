"""Runs inside the foreign site: migrates, makes pages, visits them, prints JSON about it."""

import datetime
import importlib.util
import io
import json
import os
import sys

import django

os.environ["DJANGO_SETTINGS_MODULE"] = "stranger.settings"
django.setup()

from django.core.files.base import ContentFile
from django.core.management import call_command
from django.test import Client
from PIL import Image as PillowImage

call_command("migrate", verbosity=0, interactive=False)

import episodes
import speakers
from episodes.models import Appearance, EpisodePage, EpisodeTag, EpisodeVideo, SeriesPage
from speakers.models import (
    OrganisationIndexPage,
    OrganisationPage,
    SpeakerIndexPage,
    SpeakerPage,
)
from wagtail.images import get_image_model
from wagtail.models import Page, Site
from wagtailmedia.models import get_media_model


def picture():
    buffer = io.BytesIO()
    PillowImage.new("RGB", (1600, 900), (20, 60, 90)).save(buffer, "PNG")
    file = ContentFile(buffer.getvalue(), name="picture.png")
    return get_image_model().objects.create(title="Picture", file=file, width=1600, height=900)


def publish(parent, page):
    parent.add_child(instance=page)
    page.save_revision().publish()
    return type(page).objects.get(pk=page.pk)


home = Site.objects.get(is_default_site=True).root_page
series = publish(home, SeriesPage(title="Foreign talks", hashtag="#Foreign"))
people = publish(home, SpeakerIndexPage(title="People"))
organisations = publish(home, OrganisationIndexPage(title="Organisations"))
organisation = publish(organisations, OrganisationPage(title="Institute of Bridges"))
speaker = publish(
    people,
    SpeakerPage(title="Ana Novotná", role="Judge", organisation=organisation, portrait=picture()),
)
media = get_media_model().objects.create(
    title="Talk", type="video", duration=60, file=ContentFile(b"made up", name="talk.mp4")
)
episode = EpisodePage(
    title="What keeps a court honest",
    published_on=datetime.date(2024, 3, 5),
    lead="Two people talk about what keeps a court honest.",
    poster=picture(),
)
episode.appearances.add(Appearance(speaker=speaker, role="Judge of that day"))
episode.videos.add(EpisodeVideo(media=media))
episode.tags.add(EpisodeTag.objects.create(name="Courts"))
episode = publish(series, episode)

migrations = io.StringIO()
try:
    call_command("makemigrations", check_changes=True, dry_run=True, stdout=migrations)
    migrations_are_missing = False
except SystemExit:
    migrations_are_missing = True

client = Client()
answers = {}
for name, page in [
    ("series", series),
    ("episode", episode),
    ("people", people),
    ("speaker", speaker),
    ("organisation", organisation),
]:
    answer = client.get(page.get_url())
    answers[name] = {"status": answer.status_code, "html": answer.content.decode()}
for name, address in [("tag", f"{series.get_url()}tag/courts/"), ("search", "/search/?q=novotna")]:
    answer = client.get(address)
    answers[name] = {"status": answer.status_code, "html": answer.content.decode()}

json.dump(
    {
        "folders": [os.path.dirname(app.__path__[0]) for app in (episodes, speakers)],  # noqa: PTH120
        "knows_forum_cms": importlib.util.find_spec("forum_cms") is not None,
        "image_model": get_image_model()._meta.label,
        "media_model": get_media_model()._meta.label,
        "pages": Page.objects.count(),
        "migrations_are_missing": migrations_are_missing,
        "migrations": migrations.getvalue(),
        "answers": answers,
    },
    sys.stdout,
)
