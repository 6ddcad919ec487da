"""Pictures are there in every size before a visitor comes."""

import re
from pathlib import Path

import pytest
from django.apps import apps
from django.core.cache import cache
from django.core.management import call_command
from django.db.models import ForeignKey
from wagtail.blocks import BaseBlock, StreamBlock, StructBlock
from wagtail.fields import StreamField
from wagtail.images import get_image_model
from wagtail.images.blocks import ImageChooserBlock
from wagtail.models import Page

from episodes.models import EpisodeVideo
from forum_cms.models import CustomRendition, StandardPage
from speakers import pictures, renditions
from tests import factories


def specs_of(*frames: str) -> set[str]:
    return {spec for frame in frames for spec in pictures.FRAMES[frame].every_spec()}


def made() -> set[str]:
    return set(CustomRendition.objects.values_list("filter_spec", flat=True))


@pytest.fixture(autouse=True)
def nothing_remembered():
    """Wagtail remembers renditions by the ids of pictures, which the next test has again."""
    cache.clear()


@pytest.fixture
def publish(django_capture_on_commit_callbacks):
    def publish(page: Page) -> None:
        with django_capture_on_commit_callbacks(execute=True):
            page.save_revision().publish()

    return publish


@pytest.fixture
def person(people):
    return factories.SpeakerPageFactory(parent=people, portrait=factories.image("Face", 800, 1000))


def test_publishing_makes_what_the_page_shows_and_visitors_make_nothing(person, publish, client):
    assert made() == set()
    publish(person)
    assert made() == specs_of("face", "portrait")
    html = client.get(person.get_url()).content.decode()
    assert made() == specs_of("face", "portrait")
    assert re.search(r'<source type="image/avif" srcset="[^"]+\.avif 1x, [^"]+\.avif 2x">', html)
    assert re.search(r'<meta property="og:image" content="http[^"]+\.jpg">', html)


def test_publishing_makes_pictures_of_the_body_and_of_videos(series, person, publish):
    page = factories.episode(series, [person])
    picture = factories.image("Street", 1600, 900)
    page.body = [("image", {"image": picture, "caption": ""})]
    video = page.videos.get()
    video.poster = factories.image("Still", 1600, 900)
    page.videos = [video]
    publish(page)
    assert made() == specs_of("figure", "poster", "card")
    assert set(picture.renditions.values_list("filter_spec", flat=True)) == specs_of("figure")


def test_film_of_ours_shows_one_poster_of_middle_size(series, person, publish, client):
    page = factories.episode(series, [person], video="", live=False)
    page.poster = factories.image("Still", 1600, 900)
    page.videos = [EpisodeVideo(media=factories.media("video", "Film"))]
    publish(page)
    html = client.get(page.get_url()).content.decode()
    assert re.search(r'<video [^>]*poster="[^"]*fill-1008x567[^"]*\.webp"', html)


def test_pictures_of_a_standard_page_are_made(home, publish):
    page = factories.StandardPageFactory(parent=home)
    page.body = [("image", factories.image("Hall", 1600, 900))]
    publish(page)
    assert made() == specs_of("figure")


def test_another_focal_point_makes_them_anew(person, publish, django_capture_on_commit_callbacks):
    publish(person)
    image = person.portrait
    image.focal_point_x, image.focal_point_y = 100, 100
    image.focal_point_width = image.focal_point_height = 50
    with django_capture_on_commit_callbacks(execute=True):
        image.save()
    keys = {one.focal_point_key for one in image.renditions.filter(filter_spec__contains="fill")}
    assert len(keys) == 2  # the old ones may still stand in somebody's page
    fresh = pictures.made(get_image_model().objects.get(pk=image.pk), specs_of("portrait"))
    assert fresh.keys() == specs_of("portrait")


def test_page_without_the_light_format_shows_the_plain_one(person, client):
    html = client.get(person.get_url()).content.decode()
    assert "<source" not in html
    assert not {spec for spec in made() if "avif" in spec}
    assert made() >= set(pictures.FRAMES["portrait"].specs())


def test_small_picture_names_each_width_once(home, client):
    page = factories.StandardPageFactory(parent=home)
    page.body = [("image", factories.image("Stamp", 300, 200))]
    page.save_revision().publish()
    html = client.get(page.get_url()).content.decode()
    assert re.search(r'srcset="[^" ,]+ 300w"', html)


def test_command_makes_what_is_missing_and_tells_of_what_it_cannot_read(person, capsys):
    lost = factories.SpeakerPageFactory(
        parent=person.get_parent(), portrait=factories.image("Lost", 800, 1000)
    )
    Path(lost.portrait.file.path).unlink()
    renditions.ReferenceIndex.create_or_update_for_object(person)
    renditions.ReferenceIndex.create_or_update_for_object(lost)
    call_command("make_renditions")
    said = capsys.readouterr()
    assert made() == specs_of("face", "portrait")
    assert f"{len(made())} sizes made for 2 pictures." in said.out
    assert "Lost" in said.err and "1 of them can't be read" in said.err
    call_command("make_renditions")
    assert "0 sizes made" in capsys.readouterr().out


def test_page_with_a_lost_picture_is_published_and_shown(person, publish, client, caplog):
    Path(person.portrait.file.path).unlink()
    publish(person)
    assert "can't be read" in caplog.text
    assert client.get(person.get_url()).status_code == 200


def _image_blocks(block: BaseBlock, name: str = "") -> set[str]:
    if isinstance(block, ImageChooserBlock):
        return {name}
    if isinstance(block, StreamBlock | StructBlock):
        return {
            found
            for child_name, child in block.child_blocks.items()
            for found in _image_blocks(child, child_name)
        }
    return set()


def test_every_place_of_a_picture_has_its_frames():
    names = set()
    for model in apps.get_models():
        if model._meta.app_label not in ("episodes", "forum_cms", "speakers"):
            continue
        if model is CustomRendition:
            continue
        for field in model._meta.get_fields():
            if isinstance(field, ForeignKey) and field.related_model is get_image_model():
                names.add(field.name)
            if isinstance(field, StreamField):
                names |= _image_blocks(field.stream_block)
    assert names == set(pictures.SHOWN_IN)
    assert StandardPage._meta.get_field("body")
