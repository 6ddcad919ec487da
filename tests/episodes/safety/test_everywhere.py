"""A name is planted in every place that there is, found there, and found nowhere afterwards."""

import pytest
from django.contrib.auth import get_user_model

from episodes.models import listing_pairs
from speakers.models import Protection
from speakers.safety import act, case, registry, restore, search
from tests.episodes.safety import witness
from tests.episodes.safety.planting import TRACES, plant

#: Where the name must be found first, or the test proves nothing.
TABLES = {
    "wagtailcore_page": {"title", "draft_title", "slug", "url_path", "seo_title",
                         "search_description"},
    "wagtailcore_revision": {"content", "object_str"},
    "wagtailcore_comment": {"text"},
    "wagtailcore_pagelogentry": {"label", "data"},
    "wagtailredirects_redirect": {"old_path"},
    "wagtaildocs_document": {"title", "file"},
    "speakers_speakerpage": {"sort_name", "sort_key", "summary", "biography", "other_spellings"},
    "speakers_speakerlink": {"url"},
    "speakers_organisationpage": {"description"},
    "episodes_episodepage": {"lead", "body", "abridged_note", "source_name", "source_title"},
    "episodes_appearance": {"name"},
    "episodes_takeaway": {"text"},
    "episodes_episodevideo": {"chapters"},
    "episodes_captions": {"cues", "voices"},
    "episodes_draftlink": {"note"},
    "episodes_episodetag": {"name", "slug", "other_names"},
    "episodes_formertagaddress": {"slug"},
    "episodes_catalogueupload": {"filename"},
    "episodes_catalogueline": {"title", "row", "notes"},
    "episodes_searchentry": {"title"},
    "episodes_searchtext": {"names", "body", "excerpt"},
    "episodes_searchword": {"word"},
    "episodes_saidpassage": {"speaker", "text", "words"},
    "episodes_facet": {"slug", "label"},
    "episodes_facetpair": {"label"},
    "episodes_listedepisode": {"sort_title"},
    "forum_cms_standardpage": {"introduction"},
    "forum_cms_customimage": {"title", "description", "credit", "file"},
    "forum_cms_customrendition": {"file"},
    "forum_cms_custommedia": {"title", "file"},
}  # fmt: skip


@pytest.fixture
def planted(home, settings, tmp_path, monkeypatch):
    monkeypatch.setattr(listing_pairs, "LARGE", 1)
    settings.MEDIA_ROOT = tmp_path / "media"
    return plant(home)


@pytest.fixture
def moderator(db):
    return get_user_model().objects.create_superuser("marta", "marta@example.org", "secret")


def found_in(client, paths):
    """Which of these addresses say the name."""
    said = {}
    for name, path in paths.items():
        status, text = witness.read(client, path)
        said[name] = (status, any(one in witness.plain(text) for one in TRACES))
    return said


def begin(person, moderator, kind=Protection.Kind.PSEUDONYM, name="Jarmila Tichá", **options):
    protection = case.open_case(person, kind, name, moderator, options=options)
    assert search.Search(protection).step(seconds=60)
    portraits = registry.pictures([person.pk])[:1]
    protection.options["pictures"] = portraits
    protection.save()
    protection.passages.filter(changeable=True).update(chosen=True)
    return protection


@pytest.mark.parametrize("kind", [Protection.Kind.PSEUDONYM, Protection.Kind.WITHDRAW])
def test_nothing_tells_the_name_afterwards_and_all_of_it_comes_back(
    kind, planted, moderator, client, django_capture_on_commit_callbacks
):
    before = witness.crawl(client, ["/", "/sitemap.xml", *planted.paths.values()])
    told = found_in(client, planted.paths)
    assert {name for name, (status, says) in told.items() if status == 200 and not says} <= {
        "home",
        "people",
        "calendar",
        "topic",
    } | set(), told
    tables = witness.tables_with(TRACES)
    lacking = {
        f"{table}.{column}"
        for table, columns in TABLES.items()
        for column in columns
        if f"{table}.{column}" not in tables
    }
    assert lacking == set()
    assert witness.files_with(TRACES)
    guid = planted.episode.uid

    protection = begin(
        planted.person, moderator, kind, "N. N." if kind == "withdraw" else "Jarmila Tichá"
    )
    with django_capture_on_commit_callbacks(execute=True):
        act.protect(protection, moderator)

    assert witness.tables_with(TRACES) == set()
    assert witness.files_with(TRACES) == set()
    seen = witness.crawl(client, ["/", "/sitemap.xml", "/search/?q=court"])
    assert [
        url for url, text in seen.items() if any(t in witness.plain(text) for t in TRACES)
    ] == []
    planted.episode.refresh_from_db()
    assert planted.episode.uid == guid
    again = {
        name: says
        for name, (status, says) in found_in(client, planted.paths).items()
        if status != 404 and says
    }
    # Only what was asked for comes back in the answer: the words in the address itself.
    assert set(again) <= {"suggestions"}

    protection.refresh_from_db()
    with django_capture_on_commit_callbacks(execute=True):
        outcome = restore.restore(protection, moderator)
    assert outcome.left == []
    after = witness.crawl(client, ["/", "/sitemap.xml", *planted.paths.values()])
    changed = {
        url
        for url, text in before.items()
        if witness.undated(text) != witness.undated(after.get(url, ""))
    }
    assert changed == set()
    packed = {name for name in tables if "_fts" in name}  # words as the database packs them
    assert witness.tables_with(TRACES) >= tables - packed
