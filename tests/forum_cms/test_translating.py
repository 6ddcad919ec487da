"""An editor translates pages in the admin and gets a draft with everything in it."""

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.urls import reverse
from wagtail.models import Locale

from episodes.models import Captions, EpisodePage, Partnership, Takeaway
from tests import factories

CUES = [{"start": 1.0, "end": 2.5, "text": "Courts.", "speaker": None}]


@pytest.fixture
def czech(home):
    return Locale.objects.get_or_create(language_code="cs")[0]


@pytest.fixture
def writer(client, db):
    """Somebody in the group of editors, and no more than that."""
    user = get_user_model().objects.create_user("eda", "eda@example.org", "secret")
    user.groups.add(Group.objects.get(name="Editors"))
    client.force_login(user)
    return client


def translate(writer, page, locale):
    url = reverse("simple_translation:submit_page_translation", args=[page.pk])
    editor = writer.get(reverse("wagtailadmin_pages:edit", args=[page.pk]))
    assert url in editor.content.decode()
    return writer.post(url, {"locales": [locale.pk]})


@pytest.mark.parametrize("role", ["Editors", "Moderators", "Administrators"])
def test_each_role_may_translate(db, role):
    granted = Group.objects.get(name=role).permissions.values_list("codename", flat=True)
    assert "submit_translation" in granted


def test_episode_becomes_a_draft_with_all_that_belongs_to_it(
    writer, czech, home, series, people, organisations
):
    for page in (home, series):
        page.copy_for_translation(czech).save_revision().publish()
    institute = factories.OrganisationPageFactory(parent=organisations, title="Institute")
    ana = factories.SpeakerPageFactory(parent=people, title="Ana")
    courts = factories.TagFactory(name="Courts")
    page = factories.episode(series, [ana], [courts], slug="courts", special=True)
    page.takeaways.add(Takeaway(text="Habits outlast laws.", start_s=90))
    page.partnerships.add(Partnership(organisation=institute, relation="media"))
    video = page.videos.get()
    video.captions.add(Captions(language="en", cues=CUES))
    page.videos.add(video)
    page.save_revision().publish()

    answer = translate(writer, page, czech)

    twin = EpisodePage.objects.get(locale=czech)
    assert answer.url == reverse("wagtailadmin_pages:edit", args=[twin.pk])
    assert writer.get(answer.url).status_code == 200
    draft = twin.get_latest_revision_as_object()
    assert (draft.live, draft.title, draft.lead, draft.special) == (
        False,
        page.title,
        page.lead,
        True,
    )
    assert draft.published_on == page.published_on
    assert draft.uid == twin.uid != page.uid
    assert [one.speaker for one in draft.appearances.all()] == [ana]
    assert [one.text for one in draft.takeaways.all()] == ["Habits outlast laws."]
    assert [one.relation for one in draft.partnerships.all()] == ["media"]
    assert [tag.name for tag in draft.tags.all()] == ["Courts"]
    (watched,) = draft.videos.all()
    assert watched.link == video.link
    assert [one.cues for one in watched.captions.all()] == [CUES]
    assert draft.missing() == []
    assert twin.get_parent().locale == czech


def test_page_below_an_untranslated_one_is_refused_with_a_way_on(writer, czech, home, people):
    ana = factories.SpeakerPageFactory(parent=people, title="Ana")
    url = reverse("simple_translation:submit_page_translation", args=[ana.pk])
    html = writer.get(url).content.decode()
    assert reverse("simple_translation:submit_page_translation", args=[people.pk]) in html
