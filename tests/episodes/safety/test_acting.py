"""All or nothing, the way back, and those who only have the same name."""

import json

import pytest
from django.apps import apps
from django.conf import settings as django_settings
from django.core.files.storage import default_storage
from django.core.management import call_command
from wagtail.models import Revision

from episodes.models import EpisodePage
from speakers.models import FoundPassage, Protection, SealedChange, SpeakerPage
from speakers.safety import act, case, registry, restore, search
from tests import factories
from tests.episodes.admin import editing
from tests.episodes.safety import witness

NAME = "Zdislava Orlíková"
Level = FoundPassage.Level


@pytest.fixture
def person(people, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path / "media"
    page = factories.SpeakerPageFactory(
        parent=people,
        title=NAME,
        slug="zdislava-orlikova",
        portrait=factories.image("Zdislava Orlikova", 40, 50),
    )
    page.save_revision().publish()
    return page


@pytest.fixture
def episode(series, person):
    quotes = [
        {"text": "A court is a room.", "speaker": person.pk},
        {"text": "Doors need hinges.", "speaker_name": "Somebody else"},
    ]
    body = json.dumps([{"type": "quote", "value": value} for value in quotes])
    lead = f"{NAME} talks with an orlíková."
    return factories.episode(series, [person], title="A room", lead=lead, body=body)


def look(person, kind=Protection.Kind.PSEUDONYM, name="Jarmila Tichá", **options):
    options.setdefault("pictures", [person.portrait_id])
    protection = case.open_case(person, kind, name, None, options=options)
    assert search.Search(protection).step(seconds=60)
    return protection


def dump():
    """Everything that the site keeps, but for records of protections."""
    kept = {}
    for label in ("wagtailcore.page", "wagtailcore.revision", "episodes.episodepage",
                  "episodes.appearance", "speakers.speakerpage", "forum_cms.customimage",
                  "episodes.searchtext", "episodes.facet"):  # fmt: skip
        kept[label] = list(apps.get_model(label)._base_manager.order_by("pk").values())
    return kept


def files():
    return sorted(str(path) for path in django_settings.MEDIA_ROOT.rglob("*") if path.is_file())


def test_nothing_is_changed_when_anything_fails(episode, person):
    protection = look(person)
    before = dump(), files()

    def fail(touched):
        raise RuntimeError("the power went")

    registry.register("failing", registry.Places(refresh=fail))
    try:
        with pytest.raises(RuntimeError, match="the power went"):
            act.protect(protection, None)
    finally:
        registry._places.pop("failing")
    assert (dump(), files()) == before
    protection.refresh_from_db()
    assert protection.state == Protection.State.READY
    assert not SealedChange.objects.exists()


def test_two_who_press_at_once_do_it_once(episode, person):
    first = look(person)
    second = Protection.objects.get(pk=first.pk)
    assert act.protect(first, None)
    count = SealedChange.objects.count()
    assert not act.protect(second, None)
    assert SealedChange.objects.count() == count


def test_editor_that_is_open_does_not_bring_the_name_back_by_itself(episode, person, admin_client):
    url = editing.edit_url(episode)
    row, film = episode.appearances.get(), episode.videos.get()
    form = editing.complete_form(
        person,
        lead=f"{NAME} talks about rooms.",
        initial={"appearances": 1, "videos": 1},
        people=[editing.person(person, id=row.pk)],
        videos=[editing.video(id=film.pk)],
    )

    def save(**fields):
        answer = admin_client.post(url, {**form, **fields}, headers={"accept": "application/json"})
        return answer.json()

    first = save(title="A large room")
    known = {
        "overwrite_revision_id": first["revision_id"],
        "overwrite_revision_created_at": first["revision_created_at"],
    }
    second = save(title="A larger room", **known)
    known["overwrite_revision_created_at"] = second["revision_created_at"]
    assert act.protect(look(person), None)
    refused = save(title="The largest room", **known)
    assert (refused["error_code"], refused["error_message"]) == (
        "invalid_revision",
        "Somebody changed it meanwhile.",
    )
    draft = EpisodePage.objects.get().get_latest_revision_as_object()
    assert draft.title == "A larger room"
    assert NAME not in str(list(Revision.objects.values_list("content")))


def test_files_that_wait_are_deleted_later(episode, person):
    protection = look(person)
    old = person.portrait.file.name
    act.protect(protection, None)  # the test's transaction never ends, so nothing is deleted yet
    protection.refresh_from_db()
    assert default_storage.exists(old) and protection.waiting_files
    assert "orlikova" not in protection.waiting_files
    protection.options["untidy"] = True  # as a large archive leaves it
    protection.save()
    call_command("finish_protections")
    protection.refresh_from_db()
    assert not protection.options["untidy"]
    assert not default_storage.exists(old) and not protection.waiting_files
    assert not any("orlik" in path for path in files())


def test_what_was_changed_since_stays_and_is_named(
    episode, person, django_capture_on_commit_callbacks
):
    protection = look(person)
    act.protect(protection, None)
    episode.refresh_from_db()
    assert episode.lead == "Jarmila Tichá talks with an orlíková."
    episode.lead = "Somebody rewrote this of Jarmila Tichá."
    episode.save_revision().publish()
    outcome = restore.restore(Protection.objects.get(), None)
    assert [(label, column) for label, _row, column in outcome.left] == [
        ("episodes.episodepage", "lead")
    ]
    episode.refresh_from_db()
    assert episode.lead == "Somebody rewrote this of Jarmila Tichá."
    assert SpeakerPage.objects.get().title == NAME
    assert episode.appearances.get().display_name == NAME
    assert restore.newer_versions(Protection.objects.get()) == 1


def test_withdrawn_person_leaves_no_appearance_and_no_quote(episode, person):
    protection = look(
        person, Protection.Kind.WITHDRAW, "N. N.", appearances="remove", quotes="remove"
    )
    act.protect(protection, None)
    episode = EpisodePage.objects.get()
    assert not episode.appearances.exists()
    assert [block.value["text"] for block in episode.body] == ["Doors need hinges."]
    draft = episode.get_latest_revision_as_object()
    assert not draft.appearances.all()
    assert [block.value["text"] for block in draft.body] == ["Doors need hinges."]
    page = SpeakerPage.objects.get()
    assert (page.live, page.title) == (False, f"Withdrawn person {protection.pk}")
    restore.restore(Protection.objects.get(), None)
    assert EpisodePage.objects.get().appearances.get().speaker_id == person.pk


def test_withdrawn_guest_stands_there_without_a_name(episode, person, client):
    protection = look(person, Protection.Kind.WITHDRAW, "N. N.")
    act.protect(protection, None)
    html = client.get(episode.get_url()).content.decode()
    assert "A guest whose name we don’t publish" in html
    assert "A court is a room." in html
    assert "orlikov" not in witness.plain(html).replace("an orlikova", "")


def test_what_may_stay_stays(episode, person):
    act.protect(look(person, keep=["role"]), None)
    page = SpeakerPage.objects.get()
    assert (page.role, page.summary, page.portrait) == ("Judge", "", None)
    assert EpisodePage.objects.get().appearances.get().role == "Judge"
    draft = EpisodePage.objects.get().get_latest_revision_as_object()
    assert draft.appearances.get().role == "Judge"


def levels(protection, word):
    from speakers.safety import preview

    opened = case.Case.of(protection)
    rows = protection.passages.select_related("place")
    return {one.level for one in preview.shown(opened, rows) if one.found == word}


def test_family_name_of_two_people_is_never_ticked_unseen(episode, person, people):
    assert levels(look(person), "orlíková") == {Level.DOUBTFUL}  # a common word, even here
    EpisodePage.objects.update(lead="Orlíková talks with a neighbour.")
    assert levels(look(person), "Orlíková") == {Level.PROBABLE}
    factories.SpeakerPageFactory(parent=people, title="Berta Orlíková", slug="berta")
    protection = look(person)
    assert levels(protection, "Orlíková") == {Level.DOUBTFUL}
    act.protect(protection, None)
    assert SpeakerPage.objects.filter(title="Berta Orlíková").exists()
    assert EpisodePage.objects.get().lead == "Orlíková talks with a neighbour."


def test_search_goes_on_where_it_stopped(episode, person):
    whole = look(person)
    slow = case.open_case(person, Protection.Kind.PSEUDONYM, "Jarmila Tichá", None)
    steps = 0
    while not search.Search(Protection.objects.get(pk=slow.pk)).step(seconds=0):
        steps += 1
    assert steps > 10
    counts = [sorted(one.passages.values_list("level", "form", "group")) for one in (whole, slow)]
    assert counts[0] == counts[1]
