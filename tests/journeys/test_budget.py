"""What a first visit costs, from the server that visitors get."""

import urllib.request

import pytest

from speakers import renditions
from tests import content

LARGEST_BYTES = 120_000
LARGEST_SCRIPT_BYTES = 15_000
MOST_REQUESTS = 25

SHIFTS = """() => new Promise(done => {
  let sum = 0;
  new PerformanceObserver(list => {
    for (const entry of list.getEntries()) sum += entry.value;
  }).observe({type: "layout-shift", buffered: true});
  setTimeout(() => done(sum), 500);
})"""

pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)


@pytest.fixture
def visited(chromium, production_site):
    """Opens a page as a phone does; gives the sizes of all answers by kind, and the tab."""
    context = chromium.new_context(viewport={"width": 360, "height": 740})

    def visit(path: str):
        tab = context.new_page()
        network = context.new_cdp_session(tab)
        network.send("Network.enable")
        kinds, sizes = {}, {}
        network.on("Network.responseReceived", lambda e: kinds.update({e["requestId"]: e["type"]}))
        network.on(
            "Network.loadingFinished",
            lambda e: sizes.update({e["requestId"]: e["encodedDataLength"]}),
        )
        tab.goto(production_site + path)
        tab.wait_for_load_state("networkidle")
        return [(kinds[key], sizes.get(key, 0)) for key in kinds], tab

    yield visit
    context.close()


def test_first_visit_to_an_episode_is_light_and_nothing_moves(visited):
    site = content.small_site(3)
    for page in (*site["speakers"], site["organisation"], site["episodes"][1]):
        renditions.make_for_page.func(page.pk)
    answers, tab = visited(site["episodes"][1].get_url())
    assert len(answers) <= MOST_REQUESTS
    assert sum(size for kind, size in answers if kind != "Image") <= LARGEST_BYTES
    assert 0 < sum(size for kind, size in answers if kind == "Script") <= LARGEST_SCRIPT_BYTES
    assert tab.evaluate(SHIFTS) == 0


KINDS = {
    "favicon.ico": "image/",
    "apple-touch-icon.png": "image/png",
    "apple-touch-icon-precomposed.png": "image/png",
    "robots.txt": "text/plain",
}


def test_what_browsers_ask_for_by_name_is_there(production_site):
    for path, kind in KINDS.items():
        with urllib.request.urlopen(f"{production_site}/{path}", timeout=20) as answer:
            assert answer.headers["Content-Type"].startswith(kind), path
