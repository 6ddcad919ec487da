"""No list, feed or count tells of what visitors may not see."""

import re

import pytest
from wagtail.models import PageViewRestriction

from episodes.models import Appearance, Partnership
from tests import factories


@pytest.fixture
def addresses(home, series, people, organisations) -> list[str]:
    """Every list of a site that keeps drafts, private pages and people who are not published."""
    seen = factories.SpeakerPageFactory(parent=people, title="Dora Nová", slug="dora")
    draft_person = factories.SpeakerPageFactory(
        parent=people, title="Hidden Person", slug="hidden-person", live=False
    )
    draft_house = factories.OrganisationPageFactory(
        parent=organisations, title="Hidden House", slug="hidden-house", live=False
    )
    open_tag, secret_tag = (factories.TagFactory(name=name) for name in ("Courts", "Secret topic"))
    page = factories.episode(series, [seen], [open_tag], title="Open talk")
    page.appearances.add(Appearance(speaker=draft_person, name="A guest"))
    page.partnerships.add(Partnership(organisation=draft_house, organisation_name="A house"))
    page.save_revision().publish()
    factories.episode(series, [seen], [secret_tag], live=False, title="Secret draft")
    private = factories.episode(series, [seen], [secret_tag], title="Secret page")
    PageViewRestriction.objects.create(page=private, restriction_type="login")
    closed = factories.SeriesPageFactory(parent=home, title="Closed", slug="closed")
    factories.episode(closed, [seen], [secret_tag], title="Secret series talk")
    PageViewRestriction.objects.create(page=closed, restriction_type="login")
    url = series.get_url()
    return [
        url,
        f"{url}?sort=title",
        f"{url}?speaker=dora",
        f"{url}?q=secret",
        f"{url}?speaker=hidden-person&organisation=hidden-house",
        f"{url}feed/",
        f"{url}json/",
        *(f"{url}all/{kind}/" for kind in ("tag", "speaker", "organisation")),
        seen.get_url(),
        f"{seen.get_url()}feed/",
        f"{seen.get_url()}json/",
        home.get_url(),
    ]


def words_of(text: str) -> str:
    """The text without what the visitor asked for, and without HTML's own word."""
    for own in (
        "visually-hidden",
        " hidden></ul>",
        'type="hidden"',
        'aria-hidden="true"',
        "q=secret",
    ):
        text = text.replace(own, "")
    for asked in ("hidden-person", "hidden-house", "secret"):
        text = text.replace(f"“{asked}”", "").replace(f'value="{asked}"', "")
    return text.lower()


def test_lists_tell_nothing_of_hidden_pages(client, addresses):
    said = {address: words_of(client.get(address).content.decode()) for address in addresses}
    told = [
        text[max(found.start() - 60, 0) : found.end() + 40]
        for text in said.values()
        for found in re.finditer("hidden|secret", text)
    ]
    assert told == []


def test_one_talk_is_counted(client, addresses):
    html = client.get(addresses[0]).content.decode()
    assert "1 conversation</h2>" in html
    assert client.get(addresses[6]).json()["_episodes"]["total"] == 1
