"""`python -m bench.quotes [SEED]`: how many quotes of a two-hour talk find their second.

Quotes are made of the talk's sentences as an editor makes them: tidied, shortened with […], a few
words changed. Those from elsewhere, which must not be offered, are the sentences of one half of
the talk asked of the other, of other captions, and of French and other descriptions of talks. A
sentence that stands word for word in the other half is said there, and is left out.

Needs the captions of `../shared/data`; prints a table, and every false offer.
"""

import gzip
import itertools
import json
import random
import re
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from episodes.formats import captions, transcript
from episodes.formats.alignment import Transcript
from episodes.formats.captions import Cue
from episodes.formats.text import fold

SHARED = Path(__file__).resolve().parents[2] / "shared" / "data"
EACH = 160
LEAST_WORDS, MOST_WORDS = 6, 45
NEAR_S = 3.0
FILLERS = set("euh hein ben bon voilà alors donc quoi enfin".split())
#: What editors put in place of another word; some are in the talk, some are not.
OTHERS = "cependant aussi toujours pays système très ainsi faire question monde grand".split()


@dataclass(frozen=True)
class Made:
    """A quote and when it begins; nothing where it comes from elsewhere."""

    text: str
    start: float | None = None


def main() -> None:
    chance = random.Random(int(sys.argv[1]) if len(sys.argv) > 1 else 1)
    file = SHARED / "captions" / "long_talk_fr.vtt"
    if not file.exists():
        sys.exit(f"There is no {file}: the talk that quotes are made of.")
    cues = captions.read(file.read_bytes(), file.name).cues
    talk = Transcript(cues)
    makers: dict[str, Callable[[list[str], random.Random], list[str]]] = {
        "tidied": tidied,
        "shortened": shortened,
        "reworded": reworded,
    }
    print(f"{'':34}{'quotes':>8}{'offered':>9}{f'within {NEAR_S:.0f} s':>12}{'':>9}")
    right = asked = 0
    for name, change in makers.items():
        made = [
            Made(" ".join(change(words, chance)), start) for words, start in chosen(cues, chance)
        ]
        near, _offered = score(name, talk, made)
        right, asked = right + near, asked + len(made)
    print(f"{'all of them':34}{asked:>8}{'':>9}{right:>12}{right / asked:>9.1%}\n")
    for name, where, quotes in elsewhere(cues):
        _near, offered = score(f"from elsewhere: {name}", where, quotes)
        for line in offered:
            print("   ", line)
    print(f"\n20 quotes in 90 minutes: {seconds(cues, chance):.2f} s")


def score(name: str, where: Transcript, quotes: list[Made]) -> tuple[int, list[str]]:
    """How many are found where they are said, and what is offered of those that aren't said."""
    near, offered, false = 0, 0, []
    for quote in quotes:
        passage = where.find(quote.text)
        if passage is None:
            continue
        offered += 1
        if quote.start is None:
            false.append(f"{passage.start:7.1f} s, {passage.confidence:.2f}: {quote.text}")
        else:
            near += abs(passage.start - quote.start) <= NEAR_S
    share = f"{near / len(quotes):>9.1%}" if quotes and quotes[0].start is not None else ""
    print(f"{name:34}{len(quotes):>8}{offered:>9}{near if share else '':>12}{share}", flush=True)
    return near, false


def chosen(cues: list[Cue], chance: random.Random) -> Iterator[tuple[list[str], float]]:
    """Words of one to three sentences that follow each other, and when the first is said."""
    sentences = [one for part in transcript.paragraphs(cues) for one in part.sentences]
    found = 0
    while found < EACH:
        at = chance.randrange(len(sentences) - 3)
        some = sentences[at : at + chance.choice((1, 1, 1, 2, 3))]
        words = " ".join(re.sub(r"\[[^\]]*\]", "", one.text) for one in some).split()
        if LEAST_WORDS <= len(words) <= MOST_WORDS:
            found += 1
            yield words, some[0].start


def tidied(words: list[str], chance: random.Random) -> list[str]:
    """Without fillers and words that were begun twice, with other punctuation."""
    kept: list[str] = []
    for word in words:
        bare = word.strip(".,;:!?«»“”\"'–-… ")
        if (
            bare
            and bare.lower() not in FILLERS
            and [bare.lower()] != [w.lower() for w in kept[-1:]]
        ):
            kept.append(bare if chance.random() < 0.8 else word)
    return [kept[0].capitalize(), *kept[1:]] if kept else words


def shortened(words: list[str], chance: random.Random) -> list[str]:
    """The same with a few words left out in the middle, marked."""
    words = tidied(words, chance)
    if len(words) > 9:
        at, length = chance.randrange(3, len(words) - 5), chance.randrange(2, 8)
        words[at : min(at + length, len(words) - 3)] = [chance.choice(("[…]", "(…)", "[...]", "…"))]
    return words


def reworded(words: list[str], chance: random.Random) -> list[str]:
    """The same with one change in ten words: another word, one less, one more, two that swap."""
    words = tidied(words, chance)
    for _ in range(max(len(words) // 10, 1)):
        at = chance.randrange(1, len(words) - 1)
        change = chance.randrange(5)
        if change == 0:
            words[at] = chance.choice(OTHERS)
        elif change == 1 and len(words) > LEAST_WORDS:
            del words[at]
        elif change == 2:
            words.insert(at, chance.choice(OTHERS))
        elif change == 3:
            words[at], words[at + 1] = words[at + 1], words[at]
        else:
            words[at] = words[at][:-1] if words[at][-1] in "se" else f"{words[at]}s"
    return words


def elsewhere(cues: list[Cue]) -> Iterator[tuple[str, Transcript, list[Made]]]:
    """Names of places, a transcript of something else, and sentences that it doesn't say."""
    half = len(cues) // 2
    halves = cues[:half], cues[half:]
    for name, own, other in (("1st half", *halves), ("2nd half", *reversed(halves))):
        yield name, Transcript(other), _unsaid(_sentences(own), other)
    for path in sorted((SHARED / "captions").glob("*.*t")):
        if path.name != "long_talk_fr.vtt":
            there = captions.read(path.read_bytes(), path.name).cues
            yield path.name, Transcript(cues), _unsaid(_sentences(there), cues)
    english = SHARED / "captions" / "podcast_transcript.srt"
    said = captions.read(english.read_bytes(), english.name).cues
    yield "French descriptions", Transcript(cues), _unsaid(_descriptions("fra"), cues)
    yield "English descriptions", Transcript(said), _unsaid(_descriptions("eng")[:3000], said)


def _sentences(cues: list[Cue]) -> list[str]:
    found = [one.text for part in transcript.paragraphs(cues) for one in part.sentences]
    pairs = [" ".join(pair) for pair in itertools.pairwise(found)]
    return [text for text in [*found, *pairs] if len(text.split()) >= 4]


def _descriptions(language: str) -> list[str]:
    file = SHARED / "talks.ndjson.gz"
    found = []
    with gzip.open(file, "rt", encoding="utf-8") as lines:
        for line in lines:
            talk = json.loads(line)
            if talk["language"] == language:
                found += re.split(r"(?<=[.!?])\s+", talk["description"] or "")
    return [text for text in found if 4 <= len(text.split()) <= MOST_WORDS]


def _unsaid(sentences: list[str], cues: list[Cue]) -> list[Made]:
    def plain(text: str) -> str:
        words = re.findall(r"[^\W_]+", fold(text))
        return f" {' '.join(words)} "

    whole = plain(" ".join(cue.text for cue in cues))
    return [Made(text) for text in dict.fromkeys(sentences) if plain(text) not in whole]


def seconds(cues: list[Cue], chance: random.Random) -> float:
    """Processor time to find twenty quotes in the first ninety minutes."""
    begun = time.process_time()
    talk = Transcript(cue for cue in cues if cue.start < 90 * 60)
    for words, _start in list(chosen(cues, chance))[:20]:
        talk.find(" ".join(reworded(words, chance)))
    return time.process_time() - begun


if __name__ == "__main__":
    main()
