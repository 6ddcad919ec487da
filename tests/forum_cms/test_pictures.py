"""Pictures that staff bring: what is too large to draw is refused with a sentence."""

import io

import pytest
from django.contrib.auth import get_user_model
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from PIL import Image
from wagtail.images import get_image_model


@pytest.fixture
def office(client, db):
    client.force_login(get_user_model().objects.create_superuser("ada", "a@example.org", "secret"))
    return client


def bring(office, size):
    packed = io.BytesIO()
    Image.new("1", size).save(packed, "PNG")
    file = SimpleUploadedFile("stage.png", packed.getvalue(), "image/png")
    return office.post(
        reverse("wagtailimages_chooser:create"),
        {"image-chooser-upload-title": "Stage", "image-chooser-upload-file": file},
    )


def test_a_picture_of_more_pixels_than_any_camera_makes_is_refused(office):
    answer = bring(office, (9000, 9000)).json()
    assert "too many pixels (81000000). Maximum pixels 64000000" in answer["htmlFragment"]
    assert not get_image_model().objects.exists()


def test_a_picture_of_a_camera_is_taken(office):
    bring(office, (6000, 4000))
    assert get_image_model().objects.get().width == 6000
