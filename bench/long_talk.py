"""An episode with a transcript of 1,500 cues and a film of its own, beside the demonstration's.

A cue and a sentence begin every second, several times as often as in a talk; the film shows the
first minute of them. The words are those of a real talk where `../shared` is there.
"""

import django

from bench import spoken

CUES = 1_500
SLUG = "long-talk"
VOICES = ("Ada Invented", "Bohdan Vymyšlený")
#: One of the two speaks for so many cues.
TURN = 12


def load(cues: int = CUES) -> str:
    """The address of the episode; it is made where there is none. Needs the demonstration."""
    from episodes.models import Captions, EpisodePage

    made = EpisodePage.objects.live().filter(slug=SLUG).first()
    if made:
        return made.get_url() or ""
    filmed = EpisodePage.objects.live().filter(
        videos__media__isnull=False, locale__language_code="en"
    )
    page = filmed.first()
    if page is None:
        raise SystemExit("No episode here has a film of its own: load the demonstration first.")
    made = page.copy(update_attrs={"slug": SLUG, "title": "A long talk, made for measuring"})
    Captions.objects.filter(video__episode=made).delete()
    texts = spoken.words()
    Captions.objects.create(
        video=made.videos.first(),
        language="fr",
        sort_order=0,
        cues=[
            {
                "start": float(at),
                "end": at + 1.0,
                "text": _sentence(texts[at % len(texts)]),
                "speaker": VOICES[at // TURN % 2],
            }
            for at in range(cues)
        ],
    )
    made.save_revision().publish()
    return made.get_url() or ""


def _sentence(text: str) -> str:
    text = text.strip(" .,;:…-")
    return f"{text[:1].upper()}{text[1:]}."


if __name__ == "__main__":
    django.setup()
    print(load())
