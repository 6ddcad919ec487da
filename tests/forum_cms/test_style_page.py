"""The living style page: whole, accessible, and not for visitors."""

import re
from pathlib import Path

import pytest
from django.contrib.auth import get_user_model

from tests.journeys.test_accessibility import RULES, Axe

ROOT = Path(__file__).resolve().parents[2]
COMPONENTS = sorted(
    path.relative_to(folder).as_posix()
    for folder in (ROOT / "templates", ROOT / "episodes/templates", ROOT / "speakers/templates")
    for path in folder.rglob("components/*.html")
)
#: What stands in the head of a page, where there is nothing to see.
IN_THE_HEAD = {
    "episodes/components/episode_stylesheets.html",
    "episodes/components/list_stylesheets.html",
    "episodes/components/search_stylesheets.html",
    "episodes/components/stylesheets.html",
    "speakers/components/alternates.html",
    "speakers/components/meta.html",
    "speakers/components/section_stylesheets.html",
    "speakers/components/stylesheets.html",
}
#: On this page alone the same part stands beside itself in other states, under the same name.
STATES_SHARE_NAMES = {"rules": {"landmark-unique": {"enabled": False}}}


@pytest.fixture
def staff(db):
    return get_user_model().objects.create_superuser("ana", "ana@example.org", "secret")


def test_visitors_of_a_live_site_find_nothing(client, home):
    assert client.get("/style/").status_code == 404


def test_staff_see_every_component(client, home, staff):
    client.force_login(staff)
    answer = client.get("/style/")
    assert answer["X-Robots-Tag"] == "noindex"
    assert '<meta name="robots" content="noindex">' in answer.content.decode()
    shown = {template.name for template in answer.templates}
    assert len(COMPONENTS) > 50
    assert [name for name in COMPONENTS if name not in shown | IN_THE_HEAD] == []


def test_style_page_is_sound_html(client, home, staff):
    client.force_login(staff)
    html = client.get("/style/").content.decode()
    assert not re.search(r' sizes="\(', html)
    times = re.findall(r'datetime="([^"]*T[^"]*)"', html)
    assert times and all(re.fullmatch(r"[\d-]{10}T\d\d:\d\d[+-]\d{4}", one) for one in times)
    for select in re.findall(r"<select.*?</select>", html, re.DOTALL):
        assert select.count(" selected") <= 1


def test_developers_see_it_and_nothing_is_stored(
    client, home, settings, django_assert_max_num_queries
):
    settings.DEBUG = True
    client.get("/style/")  # makes the settings of a new site
    with django_assert_max_num_queries(12) as captured:
        assert client.get("/style/").status_code == 200
    assert [one["sql"] for one in captured if not one["sql"].startswith("SELECT")] == []


@pytest.mark.parametrize(("scheme", "width_px"), [("light", 1280), ("dark", 360)])
def test_style_page_breaks_no_rule(live_site, page, sign_in, scheme, width_px):
    from tests import factories

    factories.make_site()
    sign_in(get_user_model().objects.create_superuser("ana", "ana@example.org", "secret"))
    page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
    page.set_viewport_size({"width": width_px, "height": 800})
    page.goto("/style/")
    found = Axe().run(page, options={**RULES, **STATES_SHARE_NAMES}).response["violations"]
    assert [(rule["id"], rule["nodes"][0]["html"][:150]) for rule in found] == []
    assert not page.evaluate("document.documentElement.scrollWidth > innerWidth")
