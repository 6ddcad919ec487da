"""Damage caption files in a hundred thousand ways and see that the reader bears it.

    scripts/fuzz_captions.py [COUNT] [SEED] [FILE…]

Reads the given files (or those of the tests) as seeds. It ends with an error for an exception
other than FormatError, for cues that can't be written and read again, and for an input that takes
longer than two seconds; that input is kept in var/fuzz/.
"""

import random
import re
import sys
import time
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from episodes.formats import captions
from episodes.formats.errors import FormatError

SHARED = Path(__file__).resolve().parents[2] / "shared" / "data" / "captions"
KEPT = Path(__file__).resolve().parents[1] / "var" / "fuzz"
SEED_BYTES = 3000
MOST_BYTES = 12_000
LONGEST_S = 2.0

OWN = [
    b"WEBVTT - talk\nKind: captions\n\nNOTE x\n\nSTYLE\n::cue{}\n\n1\n00:01.000 --> 00:02.500 align:start"
    b"\n<v.loud Vera Mal\xc3\xa1>Wells &amp; <i>rain</i></v>\n\n00:02.500 --> 00:04.000\n- a\n- b\n",
    b"\xef\xbb\xbf1\r\n00:00:01,000 --> 00:00:02,000 X1:1 X2:2 Y1:3 Y2:4\r\n{\\an8}<font color=red>Wells"
    b"</font>\r\n\r\n2\r\n00:00:03,000 --> 00:00:02,000\r\nP\xc5\x99\xc3\xadli\xc5\xa1\r\n",
    "WEBVTT\n\n00:00.000 --> 00:01.000\nwells and\n\n00:01.000 --> 00:02.000\nwells and\nrain\n".encode(
        "utf-16"
    ),
    "1\n00:00:01,5 --> 00:00:02\nŽluťoučký kůň\n".encode("windows-1250"),
    "1\n00:00:01,000 --> 00:00:02,000\nДемократия это не только выборы\n".encode("windows-1251"),
]
PIECES = [
    b"-->", b"\n\n", b"\r", b"\n", b"\r\n", b"\x00", b"<v ", b"<v Ann>", b"</v>", b"<00:01.000>", b"<c>",
    b"&amp;", b"&#99999999999;", b"&#x110000;", b"&lt", b"NOTE ", b"STYLE\n", b"REGION\n", b"WEBVTT",
    b"99:59:59.999", b"00:61:00.000", b"1:2:3,4", b"-00:00:01,000", b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff",
    b"{\\an8}", b"{\\", b"<font ", b"\xe2\x80\xa8", b"\xc2\x85", b"\x1c", b"\xed\xa0\x80",
    b"\xf4\x90\x80\x80", b" ", b"\t", b"\x0c", b"9" * 5000, b"<" * 50, b"00:00.000 --> 00:00.000\n",
]  # fmt: skip
TIME = re.compile(rb"\d+:\d\d(?::\d\d)?[.,]\d+")


def damaged(data: bytes, chance: random.Random) -> bytes:
    for _ in range(chance.choice((1, 1, 2, 3, 8, 20))):
        data = chance.choice(DAMAGES)(data, chance)[:MOST_BYTES]
    return data


def flip(data: bytes, chance: random.Random) -> bytes:
    at = chance.randrange(len(data) + 1)
    return data[:at] + bytes([chance.randrange(256)]) + data[at + 1 :]


def cut(data: bytes, chance: random.Random) -> bytes:
    first, last = sorted(chance.randrange(len(data) + 1) for _ in range(2))
    return data[:first] + data[last:]


def insert(data: bytes, chance: random.Random) -> bytes:
    at = chance.randrange(len(data) + 1)
    return data[:at] + chance.choice(PIECES) * chance.choice((1, 1, 1, 2, 40)) + data[at:]


def repeat(data: bytes, chance: random.Random) -> bytes:
    first, last = sorted(chance.randrange(len(data) + 1) for _ in range(2))
    return data[:last] + data[first:last] * chance.choice((1, 2, 5)) + data[last:]


def shuffle_lines(data: bytes, chance: random.Random) -> bytes:
    lines = data.split(b"\n")
    chance.shuffle(lines)
    return b"\n".join(lines)


def change_times(data: bytes, chance: random.Random) -> bytes:
    def other(_match: re.Match[bytes]) -> bytes:
        hours, minutes, seconds = (chance.choice((0, 1, 59, 60, 99, 100, 12345)) for _ in range(3))
        return f"{hours:02}:{minutes:02}:{seconds:02}{chance.choice('.,')}{hours:03}".encode()

    return TIME.sub(other, data, count=chance.choice((1, 3, 0)))


def splice(data: bytes, chance: random.Random) -> bytes:
    other = chance.choice(OWN)
    return data[: chance.randrange(len(data) + 1)] + other[chance.randrange(len(other)) :]


DAMAGES = (flip, flip, cut, insert, insert, repeat, shuffle_lines, change_times, splice)


def bear(data: bytes, name: str) -> str:
    """What became of it; raises whatever it must not."""
    try:
        read = captions.read(data, name)
    except FormatError:
        return "refused"
    written = captions.write_vtt(read.cues).encode()
    again = captions.read(written, "again.vtt", as_written=True)
    assert len(again.cues) == len(read.cues), "cues were lost in writing"
    assert not again.problems, "what we write has problems"
    return "read" if not read.problems else "read in part"


def main(count: int = 100_000, seed: int = 1, *paths: Path) -> None:
    given = paths or tuple(sorted(SHARED.glob("*.[vs][tr]t")) if SHARED.is_dir() else ())
    seeds = OWN + [path.read_bytes()[:SEED_BYTES] for path in given]
    chance = random.Random(seed)  # noqa: S311 - damage need not be secret
    became: Counter[str] = Counter()
    longest = 0.0
    for number in range(count):
        data, name = damaged(chance.choice(seeds), chance), chance.choice(("x.vtt", "x.srt", "x"))
        started = time.process_time()
        try:
            became[bear(data, name)] += 1
            took = time.process_time() - started
            assert took < LONGEST_S, f"took {took:.1f} s"
        except Exception:
            KEPT.mkdir(parents=True, exist_ok=True)
            kept = KEPT / f"{seed}-{number}-{name}"
            kept.write_bytes(data)
            sys.stderr.write(f"Input {number} is kept in {kept}.\n")
            raise
        longest = max(longest, took)
    counts = ", ".join(f"{became[kind]} {kind}" for kind in sorted(became))
    sys.stdout.write(f"{count} inputs from {len(seeds)} seeds: {counts}; longest {longest:.2f} s\n")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:3]), *map(Path, sys.argv[3:]))
