"""Times of quotes: the editor is offered the passage in which a quote is said, and takes it over."""

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group, Permission
from django.urls import reverse
from wagtail.models import GroupPagePermission

from episodes.admin.draft_base import mark_of
from episodes.formats.captions import Cue, cues_to_json
from episodes.models import Captions, EpisodePage, EpisodeVideo, Takeaway
from tests import factories
from tests.episodes.admin.editing import edit_url, messages_of, save_again

LINES = [
    "Good evening. When I was a clerk in the valley court",
    "we had, uh, one stove for three rooms, and the accused sat next to it,",
    "because he was the only one without a coat.",
    "It taught me that a court is a warm room first of all",
]
STOVE = "We had one stove for three rooms, and the accused sat next to it."
WARM = "A court is a warm room first of all"
ELSEWHERE = "Nobody has asked the miners what they think of the price of coal."


def cues(*lines):
    return cues_to_json(Cue(at * 10, at * 10 + 10, line) for at, line in enumerate(lines))


def quote(text, **fields):
    return ("quote", {"text": text, "speaker_name": "Ana", "pulled": True, **fields})


def make_episode(series, body, takeaways=(), tracks=(("en", LINES),), live=False, **options):
    page = factories.EpisodePageFactory.build(live=False, title="Warm rooms", body=body, **options)
    video = EpisodeVideo(link="https://www.youtube.com/watch?v=abcdefghijk", duration_s=1810)
    for language, lines in tracks:
        video.captions.add(Captions(language=language, cues=cues(*lines)))
    page.videos.add(video)
    page.takeaways.add(*(Takeaway(text=text) for text in takeaways))
    series.add_child(instance=page)
    page.save_revision(clean=False)
    return EpisodePage.objects.get(pk=page.pk)


def times_url(page):
    return reverse("episodes:quote_times", args=[page.pk])


def draft(page):
    return EpisodePage.objects.get(pk=page.pk).get_latest_revision_as_object()


def times_of(page):
    shown = draft(page)
    quotes = [(one.value["start"], one.value["end"]) for one in shown.body]
    return quotes, [(one.start_s, one.end_s) for one in shown.takeaways.all()]


def take(editor, page, *keys, revision=None):
    data = {"take": keys, "revision": revision or mark_of(page)}
    return editor.post(times_url(page), data, follow=True)


def keys_of(editor, page):
    return [claim.key for claim in editor.get(times_url(page)).context["claims"]]


def test_each_quote_stands_beside_the_words_that_the_captions_have_for_it(editor, series):
    page = make_episode(series, [quote(STOVE), quote(ELSEWHERE)], [WARM])
    response = editor.get(times_url(page))
    found = [
        claim.found and (claim.found.start, claim.found.end, claim.found.said, claim.found.language)
        for claim in response.context["claims"]
    ]
    assert found == [(10, 20, LINES[1], "en"), None, (33, 40, LINES[3], "en")]
    html = response.content.decode()
    assert LINES[1] in html
    assert "https://www.youtube.com/watch?v=abcdefghijk&amp;t=10" in html
    assert html.count("Not found in the captions.") == 1
    assert times_of(page) == ([(None, None), (None, None)], [(None, None)])


def test_a_time_that_is_taken_over_goes_into_a_draft(editor, series):
    page = make_episode(series, [quote(STOVE), quote(ELSEWHERE)], [WARM])
    first, elsewhere, warm = keys_of(editor, page)
    response = take(editor, page, first)
    assert times_of(page) == ([(10, 20), (None, None)], [(None, None)])
    assert "1 time was taken over into the draft." in messages_of(response)[0]
    page.refresh_from_db()
    response = take(editor, page, warm, elsewhere)
    assert times_of(page) == ([(10, 20), (None, None)], [(33, 40)])
    assert [claim.is_offered for claim in response.context["claims"]] == [False, False, False]


def test_what_visitors_see_stays_until_it_is_published(editor, series, ana):
    page = factories.episode(series, [ana], body=[quote(STOVE)])
    video = page.videos.get()
    video.captions.add(Captions(language="en", cues=cues(*LINES)))
    video.save()
    page.save_revision().publish()
    page.refresh_from_db()
    take(editor, page, *keys_of(editor, page))
    page.refresh_from_db()
    assert page.live
    assert page.has_unpublished_changes
    assert page.body[0].value["start"] is None
    assert times_of(page)[0] == [(10, 20)]


@pytest.mark.parametrize("is_in_background", [False, True])
def test_nothing_is_taken_over_where_somebody_changed_the_page_meanwhile(
    editor, series, is_in_background
):
    page = make_episode(series, [quote(STOVE)])
    [key] = keys_of(editor, page)
    seen = mark_of(page)
    save_again(page, is_in_background)
    response = take(editor, page, key, revision=seen)
    assert "Somebody changed this episode meanwhile" in messages_of(response)[0]
    assert times_of(page)[0] == [(None, None)]


@pytest.mark.parametrize("key", ["", "quote-", "takeaway-99", "nothing"])
def test_what_is_not_offered_is_not_taken_over(editor, series, key):
    page = make_episode(series, [quote(STOVE, start=11, end=19)])
    [own] = keys_of(editor, page)
    before = page.latest_revision_id
    response = take(editor, page, key, own)
    assert "Nothing was chosen that can be taken over." in messages_of(response)[0]
    page.refresh_from_db()
    assert page.latest_revision_id == before


def test_a_time_far_from_the_passage_may_be_replaced(editor, series):
    page = make_episode(series, [quote(STOVE, start=500, end=510)])
    assert "now at 8:20" in editor.get(times_url(page)).content.decode()
    take(editor, page, *keys_of(editor, page))
    assert times_of(page)[0] == [(10, 20)]


def test_the_surest_of_several_languages_is_taken(editor, series):
    czech = ["Dobrý večer.", "Měli jsme jedna kamna na tři místnosti.", "Neměl kabát."]
    page = make_episode(
        series,
        [quote(STOVE), quote("Měli jsme jedna kamna na tři místnosti")],
        tracks=(("en", LINES), ("cs", czech)),
    )
    claims = editor.get(times_url(page)).context["claims"]
    assert [claim.found.language for claim in claims] == ["en", "cs"]


def test_chapters_and_descriptions_are_not_what_is_said(editor, series):
    page = make_episode(series, [quote(STOVE)], tracks=())
    video = page.videos.get()
    video.captions.add(Captions(language="en", kind="descriptions", cues=cues(*LINES)))
    video.save()
    draft = page.get_latest_revision_as_object()
    draft.videos = [video]
    draft.save_revision(clean=False)
    response = editor.get(times_url(page))
    assert "The main video has no captions." in response.content.decode()


@pytest.mark.parametrize(
    "body, video, sentence",
    [
        ([], True, "This episode has no quotes and no takeaways yet."),
        ([quote(STOVE)], True, "The main video has no captions."),
        ([quote(STOVE)], False, "This episode has no video yet."),
    ],
)
def test_what_is_missing_is_said(editor, series, body, video, sentence):
    page = make_episode(series, body, tracks=())
    if not video:
        found = page.get_latest_revision_as_object()
        found.videos = []
        found.save_revision(clean=False)
    assert sentence in editor.get(times_url(page)).content.decode()


def test_the_editor_of_an_episode_leads_there(editor, series):
    page = make_episode(series, [quote(STOVE)])
    assert times_url(page) in editor.get(edit_url(page)).content.decode()
    assert times_url(series) not in editor.get(edit_url(series)).content.decode()


def login(client, series, may_edit):
    group = Group.objects.create(name="Some")
    group.permissions.add(Permission.objects.get(codename="access_admin"))
    if may_edit:
        GroupPagePermission.objects.create(group=group, page=series, permission_type="change")
    user = get_user_model().objects.create_user("eva", "eva@example.org", "secret")
    user.groups.add(group)
    client.force_login(user)


def test_only_who_may_edit_the_page_gets_there(client, series):
    page = make_episode(series, [quote(STOVE)])
    login(client, series, may_edit=False)
    key = f"quote-{page.body[0].id}"
    assert client.get(times_url(page)).status_code == 302
    client.post(times_url(page), {"take": key, "revision": page.latest_revision_id})
    assert times_of(page)[0] == [(None, None)]
    GroupPagePermission.objects.create(
        group=Group.objects.get(name="Some"), page=series, permission_type="change"
    )
    assert client.get(times_url(page)).status_code == 200


def test_a_locked_page_keeps_its_times(client, series):
    page = make_episode(series, [quote(STOVE)])
    EpisodePage.objects.filter(pk=page.pk).update(locked=True)
    login(client, series, may_edit=True)
    response = client.get(times_url(page))
    assert "This episode is locked" in response.content.decode()
    take(client, page, f"quote-{page.body[0].id}")
    assert times_of(page)[0] == [(None, None)]


def test_a_page_that_is_not_there_is_not_found(editor, series):
    assert editor.get(reverse("episodes:quote_times", args=[series.pk])).status_code == 404
