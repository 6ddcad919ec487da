"""The editor of a series."""

import pytest
from django.urls import reverse
from wagtail.test.utils.form_data import querydict_from_html

from episodes.models import SeriesPage


@pytest.fixture
def post(editor, series):
    """Sends the form of the series as it stands, with these changes."""
    url = reverse("wagtailadmin_pages:edit", args=[series.pk])

    def send(**fields):
        form = querydict_from_html(editor.get(url).content.decode(), form_id="page-edit-form")
        form = form.copy()
        for name, value in fields.items():
            form.setlist(name, value if isinstance(value, list) else [value])
        form["action-publish"] = "1"
        return editor.post(url, dict(form.lists()))

    return send


def test_series_keeps_its_weekdays_as_numbers(post):
    assert post(cadence_days=["1", "4"]).status_code == 302
    assert SeriesPage.objects.get().cadence_days == [1, 4]
    assert post(cadence_days=[]).status_code == 302
    assert SeriesPage.objects.get().cadence_days == []


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("cadence_days", ["8"]),
        ("cadence_weeks", "0"),
        ("cadence_weeks", "-1"),
        ("hashtag", "no hash"),
        ("hashtag", "#<script>"),
        ("youtube_url", "javascript:alert(1)"),
        ("podcast_email", "nobody"),
        ("spoken_language", "xx"),
    ],
)
def test_series_refuses_what_is_wrong_at_its_field(post, field, value):
    response = post(**{field: value})
    assert list(response.context["form"].errors) == [field]


@pytest.mark.parametrize("hashtag", ["#Forum2000online", "#Česko", "#Свобода"])
def test_series_takes_a_hashtag_of_any_letters(post, hashtag):
    assert post(hashtag=hashtag).status_code == 302
    assert SeriesPage.objects.get().hashtag == hashtag
