"""A conversation with a transcript in two languages, and how a browser reads it."""

from episodes.models import Captions, Takeaway
from tests import factories

EVERY_S = 2
COUNT = 30


def cues(words):
    """A sentence every two seconds, said by two people in turn, ten each."""
    return [
        {
            "start": float(number * EVERY_S),
            "end": float(number * EVERY_S + EVERY_S),
            "text": f"{words} {number}!",
            "speaker": ("Ana Petříčková", "Ben")[number // 10 % 2],
        }
        for number in range(COUNT)
    ]


def publisher():
    """Makes a site; gives a function that publishes videos as one episode, and its address."""
    home = factories.make_site()
    series = factories.SeriesPageFactory(parent=home, title="Chat", slug="chat")
    ana = factories.SpeakerPageFactory(
        parent=factories.SpeakerIndexPageFactory(parent=home), title="Ana Petříčková"
    )

    def publish(*videos, **fields):
        page = factories.episode(series, [ana], live=False, video="", **fields)
        page.takeaways.add(Takeaway(text="Habits outlast laws.", start_s=40))
        for video in videos:
            page.videos.add(video)
        first = videos[0]
        voices = {"Ana Petříčková": {"speaker": ana.pk, "name": "Ana Petříčková"}}
        first.captions.add(Captions(language="en", cues=cues("Café number"), voices=voices))
        first.captions.add(Captions(language="cs", kind="subtitles", cues=cues("Kavárna číslo")))
        first.chapters = [
            {"start": 0, "title": "Welcome"},
            {"start": 20, "title": "Courts"},
            {"start": 40, "title": "Habits"},
        ]
        page.save_revision().publish()
        return page.get_url()

    return publish


def open_transcript(page, address):
    page.goto(address)
    page.locator("summary", has_text="Transcript").click()
    return page.get_by_role("region", name="Transcript")


def said(page):
    return page.locator("transcript-words [aria-current]")
