"""From a Word file to the open editor, as a person does it."""

import io
import zipfile
from pathlib import Path

import pytest
from django.contrib.auth import get_user_model
from playwright.sync_api import expect

from episodes.models import EpisodePage
from speakers.models import SpeakerPage
from tests import factories
from tests.episodes.authoring.test_importer import TEXT

SEED = Path(__file__).resolve().parents[3] / "shared" / "data" / "articles" / "seed_styled.docx"
MOST_CLICKS = 12
TYPES = """\
<?xml version="1.0" encoding="UTF-8"?>
<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.\
wordprocessingml.document.main+xml"/>
</Types>"""
RELATIONS = """\
<?xml version="1.0" encoding="UTF-8"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
<Relationship Id="rId1" Target="word/document.xml" Type="http://schemas.openxmlformats.org/\
officeDocument/2006/relationships/officeDocument"/>
</Relationships>"""
DOCUMENT = """\
<?xml version="1.0" encoding="UTF-8"?>
<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">
<w:body>{paragraphs}</w:body>
</w:document>"""


def word_file(text: str) -> bytes:
    """The smallest .docx: a paragraph for each line."""
    paragraphs = "".join(
        f"<w:p><w:r><w:t>{line.strip()}</w:t></w:r></w:p>" for line in text.splitlines() if line
    )
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("[Content_Types].xml", TYPES)
        archive.writestr("_rels/.rels", RELATIONS)
        archive.writestr("word/document.xml", DOCUMENT.format(paragraphs=paragraphs))
    return buffer.getvalue()


@pytest.fixture
def site(live_site):
    """A site with one series, and a page for one of the two guests."""
    home = factories.make_site()
    factories.SeriesPageFactory(parent=home, title="Chat", slug="chat", hashtag="#Example")
    people = factories.SpeakerIndexPageFactory(parent=home, slug="people")
    factories.OrganisationIndexPageFactory(parent=home, slug="organisations")
    factories.SpeakerPageFactory(parent=people, title="Zdenka Horejsi", slug="zdenka")
    return live_site


def log_in(page):
    get_user_model().objects.create_superuser("editor", "editor@example.org", "a long password")
    page.goto("/admin/")
    page.get_by_label("Username").fill("editor")
    page.get_by_label("Password").fill("a long password")
    page.get_by_role("button", name="Sign in").click()
    page.wait_for_url("**/admin/")


def test_word_file_is_an_open_draft_after_six_clicks(site, page, witness):
    log_in(page)
    clicks = 0

    def click(locator):
        nonlocal clicks
        locator.click()
        clicks += 1

    click(page.get_by_role("link", name="Episodes", exact=True).first)
    click(page.get_by_role("link", name="New from an article"))
    with page.expect_file_chooser() as chooser:
        click(page.locator("#id_file"))
    word = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    chooser.value.set_files([{"name": "benches.docx", "mimeType": word, "buffer": word_file(TEXT)}])
    click(page.get_by_role("button", name="Read the article"))

    known = page.get_by_role("group", name="Zdeňka Hořejší")
    expect(known.get_by_role("radio", name="This page: Zdenka Horejsi")).to_be_checked()
    unknown = page.get_by_role("group", name="Nino Abashidze")
    expect(unknown.get_by_role("radio", name="Leave as a name")).to_be_checked()
    assert not EpisodePage.objects.exists()
    click(unknown.get_by_text("Make a new page"))
    click(page.get_by_role("button", name="Make the draft"))

    page.wait_for_url("**/edit/")
    assert clicks == 6
    expect(page.get_by_text("The draft is made.")).to_be_visible()
    expect(page.locator("#id_title")).to_have_value("Benches that nobody may sleep on")
    expect(page.locator("#id_published_on")).to_have_value("2024-03-04")
    expect(page.locator("#id_recorded_on")).to_have_value("2024-02-20")
    assert page.locator("#id_lead").input_value().startswith("In this week’s episode of #Example")
    page.get_by_role("tab", name="People").click()
    expect(page.locator("#id_appearances-1-role")).to_have_value("Director")
    draft = EpisodePage.objects.get()
    guests = [row.speaker.title for row in draft.get_latest_revision_as_object().appearances.all()]
    assert guests == ["Zdenka Horejsi", "Nino Abashidze"]
    assert not SpeakerPage.objects.get(title="Nino Abashidze").live
    assert witness.errors == []
    assert witness.foreign_requests == []


def seed_file() -> bytes:
    if not SEED.exists():
        pytest.skip(f"The article is not there: {SEED.name} in ../shared.")
    return SEED.read_bytes()


@pytest.mark.parametrize("source", ["own", "seed"])
def test_complete_draft_takes_twelve_clicks_and_no_typing_but_the_tags(site, page, witness, source):
    content = word_file(TEXT) if source == "own" else seed_file()
    log_in(page)
    clicks = 0

    def click(locator):
        nonlocal clicks
        locator.click()
        clicks += 1

    click(page.get_by_role("link", name="Episodes", exact=True).first)
    click(page.get_by_role("link", name="New from an article"))
    with page.expect_file_chooser() as chooser:
        click(page.locator("#id_file"))
    word = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    chooser.value.set_files([{"name": "article.docx", "mimeType": word, "buffer": content}])
    click(page.get_by_role("button", name="Read the article"))
    unknown = page.locator("fieldset:has(input[value=new]):has(input[value=leave]:checked)")
    expect(page.locator(".article-source")).to_be_visible()
    while unknown.count():
        click(unknown.first.get_by_text("Make a new page"))
    click(page.locator("#id_tags").locator("xpath=..").locator("input:visible").last)
    page.keyboard.type("human rights, courts,")
    click(page.get_by_role("button", name="Make the draft"))
    page.wait_for_url("**/edit/")
    assert clicks <= MOST_CLICKS
    draft = EpisodePage.objects.get().get_latest_revision_as_object()
    assert {tag.name for tag in draft.tags.all()} == {"human rights", "courts"}
    assert all(row.speaker_id for row in draft.appearances.all())
    assert all(row.organisation_id for row in draft.partnerships.all())
    assert draft.lead and draft.recorded_on and draft.published_on and draft.abridged
    kinds = [block.block_type for block in draft.body]
    counts = (kinds.count("heading"), kinds.count("quote"), draft.takeaways.count())
    assert counts == ((2, 2, 2) if source == "own" else (4, 8, 6))
    assert draft.special == (source == "seed")
    assert witness.errors == []


def test_one_click_chooses_new_pages_for_all_who_have_none(site, page):
    log_in(page)
    page.goto("/admin/episodes/from-article/")
    page.locator("#id_text").fill(TEXT)
    page.get_by_role("button", name="Read the article").click()
    page.get_by_role("button", name="A new page for all").click()
    expect(page.get_by_role("status").filter(has_text="Chosen below")).to_be_visible()
    known = page.get_by_role("group", name="Zdeňka Hořejší")
    expect(known.get_by_role("radio", name="This page: Zdenka Horejsi")).to_be_checked()
    page.get_by_role("button", name="Make the draft").click()
    page.wait_for_url("**/edit/")
    draft = EpisodePage.objects.get().get_latest_revision_as_object()
    assert all(row.speaker_id for row in draft.appearances.all())
    assert all(row.organisation_id for row in draft.partnerships.all())
    assert SpeakerPage.objects.filter(title__in=["Zdenka Horejsi", "Zdeňka Hořejší"]).count() == 1


def test_long_title_is_shown_whole(site, page):
    log_in(page)
    page.goto("/admin/episodes/from-article/")
    title = "Benches that nobody may sleep on, and who decides it " * 2
    page.locator("#id_text").fill(TEXT.replace("Benches that nobody may sleep on", title.strip()))
    page.get_by_role("button", name="Read the article").click()
    is_whole = "field => field.scrollHeight <= field.clientHeight + 1"
    for field in (page.locator("#id_title"), page.locator(".article-heading textarea").first):
        assert field.evaluate(is_whole)
    page.get_by_role("button", name="Make the draft").click()
    page.wait_for_url("**/edit/")
    expect(page.locator("textarea#id_title")).to_have_value(title.strip())
    page.wait_for_function(f"() => ({is_whole})(document.querySelector('#id_title'))")


def test_fields_for_another_person_stand_beside_each_other(site, page):
    log_in(page)
    page.goto("/admin/episodes/from-article/")
    page.locator("#id_text").fill(TEXT)
    page.get_by_role("button", name="Read the article").click()
    page.get_by_text("Add a person").click()
    fields = page.locator("details[open] .article-fields input:visible")
    name, form = fields.nth(0).bounding_box(), fields.nth(1).bounding_box()
    assert name["y"] == form["y"] and name["x"] + name["width"] <= form["x"]


@pytest.mark.parametrize("address", ["from-article", "from-catalogue"])
def test_file_stays_when_the_series_is_missing(site, page, address):
    home = factories.Site.objects.get().root_page
    factories.SeriesPageFactory(parent=home, title="Another", slug="another")
    log_in(page)
    page.goto(f"/admin/episodes/{address}/")
    file = {"name": "talks.csv", "mimeType": "text/csv", "buffer": b"title"}
    page.locator("#id_file").set_input_files([file])
    page.locator("#w-editor-form button[type=submit]").click()
    expect(page.locator("#id_series")).to_be_focused()
    assert page.locator("#id_file").evaluate("field => field.files.length") == 1
    assert page.locator(".error-message").count() == 0


def test_editor_mends_what_was_read_beside_its_line(site, page):
    log_in(page)
    page.goto("/admin/episodes/from-article/")
    page.locator("#id_text").fill(TEXT)
    page.get_by_role("button", name="Read the article").click()
    page.get_by_label("Role on that day").nth(1).click()
    expect(page.locator(".article-here")).to_contain_text("Nino Abashidze")
    page.get_by_role("button", name="Move down").first.click()
    another = page.get_by_role("group", name="Nino Abashidze")
    another.get_by_text("Another page, chosen below").click()
    another.get_by_role("button", name="Choose a person").click()
    page.get_by_role("dialog").get_by_role("link", name="Zdenka Horejsi").click()
    expect(another).to_contain_text("Zdenka Horejsi")
    page.get_by_role("button", name="Make the draft").click()
    page.wait_for_url("**/edit/")
    draft = EpisodePage.objects.get().get_latest_revision_as_object()
    first = "Trees are public buildings."
    assert next(one.text for one in draft.takeaways.all()) == first
    assert draft.appearances.all()[1].speaker.title == "Zdenka Horejsi"


def test_paste_keeps_headings_until_somebody_writes(site, page, witness):
    log_in(page)
    page.goto("/admin/episodes/from-article/")
    paste = """(field) => {
        const data = new DataTransfer();
        data.setData("text/plain", "Benches");
        data.setData("text/html", "<h1>Benches</h1><img src='https://elsewhere.example/x.png'>");
        const options = { clipboardData: data, bubbles: true, cancelable: true };
        field.dispatchEvent(new ClipboardEvent("paste", options));
        field.value = "Benches";
        field.dispatchEvent(new InputEvent("input", { bubbles: true }));
    }"""
    text = page.locator("#id_text")
    text.evaluate(paste)
    assert page.locator("#id_pasted").input_value().startswith("<h1>Benches</h1>")
    text.press("End")
    page.keyboard.type("!")
    assert page.locator("#id_pasted").input_value() == ""
    drop = """(page) => {
        const data = new DataTransfer();
        data.items.add(new File(["Benches"], "benches.txt"));
        page.dispatchEvent(new DragEvent("drop", { dataTransfer: data, bubbles: true }));
    }"""
    page.locator("body").evaluate(drop)
    assert page.locator("#id_file").evaluate("(field) => field.files[0].name") == "benches.txt"
    assert witness.foreign_requests == []


def test_pasted_text_becomes_a_draft_without_scripts(site, chromium, sign_in, browser_context):
    sign_in(get_user_model().objects.create_superuser("ada", "ada@example.org", "a long password"))
    state = browser_context.storage_state()
    context = chromium.new_context(base_url=site, java_script_enabled=False, storage_state=state)
    tab = context.new_page()
    tab.goto("/admin/episodes/from-article/")
    tab.locator("#id_text").fill(TEXT)
    tab.get_by_role("button", name="Read the article").click()
    tab.get_by_role("button", name="Make the draft").click()
    tab.wait_for_url("**/edit/")
    context.close()
    assert EpisodePage.objects.get().title == "Benches that nobody may sleep on"
