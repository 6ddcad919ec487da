"""Protecting a person in the admin: who may, what is asked, shown, kept and brought back."""

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.test import Client
from django.urls import reverse

from speakers.models import Protection, SealedChange, SpeakerPage
from tests import factories

NAME = "Zdislava Orlíková"
START = {
    "kind": "pseudonym",
    "pseudonym": "Jarmila Tichá",
    "appearances": "guest",
    "quotes": "keep",
    "reason": "She asked for it by telephone.",
}


def member(role):
    user = get_user_model().objects.create_user(role, f"{role}@example.org", "secret")
    user.groups.add(Group.objects.get(name=role))
    client = Client()
    client.force_login(user)
    return client


@pytest.fixture
def person(people, series):
    page = factories.SpeakerPageFactory(parent=people, title=NAME, slug="zdislava-orlikova")
    page.save_revision().publish()
    factories.episode(
        series,
        [page],
        title="A court is a room",
        lead=f"{NAME} talks. Ms. Orlíková is a judge.",
        body='[{"type": "paragraph", "value": "<p>An orlíková is a cake.</p>"}]',
    )
    return page


@pytest.fixture
def moderator(db):
    return member("Moderators")


def start(client, person, **fields):
    url = reverse("protections:start", args=[person.pk])
    return client.post(url, {**START, **fields}, follow=True)


def one(protection):
    return reverse("protections:one", args=[protection.pk])


def protected(client, person):
    start(client, person)
    protection = Protection.objects.get()
    shown = list(protection.passages.values_list("pk", flat=True))
    chosen = list(protection.passages.filter(chosen=True).values_list("pk", flat=True))
    client.post(one(protection), {"action": "protect", "shown": shown, "chosen": chosen})
    protection.refresh_from_db()
    return protection


def test_editor_sees_nothing_of_it_and_may_do_nothing(person, moderator):
    editor = member("Editors")
    edit = reverse("wagtailadmin_pages:edit", args=[person.pk])
    words = "Protect this person"
    assert words in moderator.get(edit).content.decode()
    assert words in moderator.get(reverse("people:index")).content.decode()
    assert words not in editor.get(edit).content.decode()
    assert words not in editor.get(reverse("people:index")).content.decode()
    protection = protected(moderator, person)
    for url in (
        reverse("protections:index"),
        reverse("protections:start", args=[person.pk]),
        one(protection),
    ):
        assert editor.get(url).status_code == 302
        assert editor.post(url, {**START, "action": "restore"}).status_code == 302
    protection.refresh_from_db()
    assert protection.state == Protection.State.DONE


def test_moderator_protects_and_an_administrator_alone_brings_back(person, moderator):
    protection = protected(moderator, person)
    assert protection.state == Protection.State.DONE
    assert SpeakerPage.objects.get().title == "Jarmila Tichá"
    log = moderator.get(reverse("protections:index")).content.decode()
    mine = moderator.get(one(protection)).content.decode()
    assert "Jarmila Tichá" in log and "She asked for it by telephone." in log
    assert NAME not in log and NAME not in mine
    assert "Bring everything back" not in mine
    moderator.post(one(protection), {"action": "restore"})
    moderator.post(one(protection), {"action": "delete-seal", "sure": "on"})
    protection.refresh_from_db()
    assert (protection.state, bool(protection.sealed)) == (Protection.State.DONE, True)

    administrator = member("Administrators")
    assert NAME in administrator.get(one(protection)).content.decode()
    administrator.post(one(protection), {"action": "restore"})
    assert SpeakerPage.objects.get().title == NAME
    protection.refresh_from_db()
    assert protection.state == Protection.State.RESTORED


def test_preview_shows_every_place_in_its_words_and_changes_nothing(person, moderator):
    html = start(moderator, person).content.decode()
    assert "<mark>Zdislava Orlíková</mark> talks." in html
    assert "<mark>Ms. Orlíková</mark> is a judge." in html
    assert "An <mark>orlíková</mark> is a cake." in html
    assert "Drafts and old versions" in html
    assert SpeakerPage.objects.get().title == NAME
    assert not SealedChange.objects.exists()
    protection = Protection.objects.get()
    moderator.post(one(protection), {"action": "cancel"})
    assert not Protection.objects.exists()


def test_only_what_was_ticked_is_replaced(person, moderator):
    protected(moderator, person)
    episode = person.appearances.get().episode
    assert episode.lead == "Jarmila Tichá talks. Jarmila Tichá is a judge."
    assert "An orlíková is a cake." in str(episode.body)


def test_what_was_written_after_the_preview_is_left_alone(person, moderator):
    start(moderator, person)
    protection = Protection.objects.get()
    episode = person.appearances.get().episode
    type(episode).objects.filter(pk=episode.pk).update(
        lead=f"{NAME} talks. Ms. Orlíková is a judge. Later {NAME} came to know of a new sentence."
    )
    shown = list(protection.passages.values_list("pk", flat=True))
    moderator.post(one(protection), {"action": "protect", "shown": shown, "chosen": shown})
    episode.refresh_from_db()
    assert f"Later {NAME} came" in episode.lead
    moderator.post(one(protection), {"action": "again"})
    html = moderator.get(one(protection)).content.decode()
    assert "Later <mark>Zdislava Orlíková</mark> came" in html


@pytest.mark.parametrize(
    "fields, sentence",
    [
        ({"pseudonym": ""}, "Write the name that stands there from now on."),
        ({"pseudonym": "Z. Orlikova"}, "This tells their name: write it without."),
        ({"reason": "Orlíková was threatened"}, "This tells their name: write it without."),
        ({"extra": "Zd"}, "“Zd” is too short: it would be found in nearly every text."),
    ],
)
def test_form_says_what_is_wrong(fields, sentence, person, moderator):
    assert sentence in start(moderator, person, **fields).content.decode()
    assert not Protection.objects.exists()


def test_deleted_seal_leaves_no_way_back(person, moderator):
    protection = protected(moderator, person)
    administrator = member("Administrators")
    administrator.post(one(protection), {"action": "delete-seal"})
    protection.refresh_from_db()
    assert protection.sealed
    administrator.post(one(protection), {"action": "delete-seal", "sure": "on"})
    protection.refresh_from_db()
    assert not protection.sealed and not SealedChange.objects.exists()
    html = administrator.get(one(protection)).content.decode()
    assert "There is no way back" in html and NAME not in html
    administrator.post(one(protection), {"action": "restore"})
    assert SpeakerPage.objects.get().title == "Jarmila Tichá"


def test_another_key_opens_nothing_and_says_so(person, moderator, settings):
    protection = protected(moderator, person)
    settings.SECRET_KEY = "another"
    administrator = member("Administrators")
    html = administrator.get(one(protection)).content.decode()
    assert "add the old key to SPEAKERS_SEAL_KEYS" in html
    administrator.post(one(protection), {"action": "restore"})
    protection.refresh_from_db()
    assert protection.state == Protection.State.DONE
    settings.SPEAKERS_SEAL_KEYS = ["only-for-tests"]
    administrator.post(one(protection), {"action": "restore"})
    assert SpeakerPage.objects.get().title == NAME


def test_checklist_remembers_what_is_seen_to(person, moderator):
    protection = protected(moderator, person)
    moderator.post(one(protection), {"action": "check", "seen_to": ["google", "nonsense"]})
    protection.refresh_from_db()
    assert protection.checklist == ["google"]
