"""A transcript: what was said, from cues to sentences in paragraphs.

Captions are cut for the screen, every few words; people read sentences. Each sentence knows the
second when it begins, and a paragraph has one speaker or none. A sentence that begins under
somebody's name is theirs to its end; the next one, without a name, is nobody's.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from .captions import Cue
from .sentence_ends import sentences
from .voices import Turn, turns

#: A silence after which a new paragraph begins where a sentence ended.
PAUSE_S = 2.5
#: A silence that nobody speaks across, sentence or not.
LONG_PAUSE_S = 8.0
#: Letters after which a paragraph ends with its sentence.
PARAGRAPH_LENGTH = 480
#: Automatic captions know no full stops: there a piece this long ends with its cue.
PIECE_LENGTH = 160


@dataclass(frozen=True, slots=True)
class Sentence:
    """What is said from ``start`` to ``end``, in seconds."""

    start: float
    end: float
    text: str
    speaker: str | None = None


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Sentences of one speaker, or of nobody whom the captions name."""

    speaker: str | None
    sentences: tuple[Sentence, ...]

    @property
    def start(self) -> float:
        return self.sentences[0].start

    @property
    def text(self) -> str:
        return joined(sentence.text for sentence in self.sentences)


@dataclass(frozen=True, slots=True)
class _Piece:
    """A cue's words at their place in the text of a run."""

    at: int
    length: int
    cue: Cue


def paragraphs(
    cues: Iterable[Cue],
    not_voices: Collection[str] = (),
    also: Collection[str] = (),
    *,
    lasting: bool = False,
) -> list[Paragraph]:
    """What was said, in the order of time; for the rest see `voices.turns`."""
    found: list[Paragraph] = []
    in_time = sorted(cues, key=lambda cue: cue.start)
    for run in _runs(turns(in_time, not_voices, also, lasting=lasting)):
        found += _paragraphs_of(run)
    return found


def joined(parts: Iterable[str]) -> str:
    """Texts one after another, with a blank between them where their script has blanks."""
    text = ""
    for part in parts:
        text += blank_between(text, part) + part
    return text


def plain(found: Iterable[Paragraph]) -> str:
    """Paragraphs as a text file has them: the speaker before a colon, a blank line between."""
    blocks = [f"{one.speaker}: {one.text}" if one.speaker else one.text for one in found]
    return "\n\n".join(blocks) + "\n" if blocks else ""


def _runs(said: Iterable[Turn]) -> Iterator[list[Cue]]:
    """Cues that one sentence may run through: no other speaker, no long silence."""
    run: list[Cue] = []
    for turn in said:
        cue = turn.cue
        if not cue.text.strip():
            continue
        is_next = run and (
            (cue.speaker and cue.speaker != run[-1].speaker)
            or turn.is_change
            or cue.start - run[-1].end >= LONG_PAUSE_S
        )
        if is_next:
            yield run
            run = []
        run.append(cue)
    if run:
        yield run


def _paragraphs_of(run: list[Cue]) -> Iterator[Paragraph]:
    gathered: list[Sentence] = []
    length = 0
    for sentence in _sentences_of(run):
        pause_s = sentence.start - gathered[-1].end if gathered else 0
        is_other = bool(gathered) and sentence.speaker != gathered[-1].speaker
        if is_other or length >= PARAGRAPH_LENGTH or pause_s >= PAUSE_S:
            yield Paragraph(gathered[0].speaker, tuple(gathered))
            gathered, length = [], 0
        gathered.append(sentence)
        length += len(sentence.text)
    yield Paragraph(gathered[0].speaker, tuple(gathered))


def _sentences_of(run: list[Cue]) -> Iterator[Sentence]:
    text, pieces = "", []
    for cue in run:
        words = joined(" ".join(line.split()) for line in cue.text.split("\n") if line.strip())
        text += blank_between(text, words)
        pieces.append(_Piece(len(text), len(words), cue))
        text += words
    first = 0
    for start, end in sentences(text):
        for begin, stop in _short_enough(pieces, start, end):
            while first + 1 < len(pieces) and pieces[first + 1].at <= begin:
                first += 1
            last = first
            while last + 1 < len(pieces) and pieces[last + 1].at < stop:
                last += 1
            until = _time(pieces[last], stop)
            speaker = pieces[first].cue.speaker
            words = text[begin:stop].strip()
            yield Sentence(_time(pieces[first], begin), until, words, speaker)


def _short_enough(pieces: list[_Piece], start: int, end: int) -> Iterator[tuple[int, int]]:
    """A sentence cut at the borders of cues where it never seems to end."""
    if end - start > 2 * PIECE_LENGTH:
        for piece in pieces:
            if start + PIECE_LENGTH <= piece.at <= end - PIECE_LENGTH // 2:
                yield start, piece.at
                start = piece.at
    yield start, end


def _time(piece: _Piece, at: int) -> float:
    """The second of a letter: inside a cue, time goes by as the letters do."""
    share = min((at - piece.at) / max(piece.length, 1), 1.0)
    return round(piece.cue.start + (piece.cue.end - piece.cue.start) * share, 2)


def blank_between(before: str, after: str) -> str:
    """The blank between two texts; none in scripts that have none, nor between them and numbers."""
    if not before or not after:
        return ""
    ends = (before[-1], after[0])
    is_one = any(map(_has_no_blanks, ends))
    return "" if is_one and all(_has_no_blanks(end) or end.isdigit() for end in ends) else " "


def _has_no_blanks(char: str) -> bool:
    """Whether a letter is of a script written without any blanks: Chinese, Japanese.

    Thai, Lao, Burmese and Khmer have them between phrases, where captions are cut.
    """
    code = ord(char)
    return (
        0x3000 <= code <= 0x30FF  # their marks, Japanese kana
        or 0x3400 <= code <= 0x9FFF  # ideographs
        or 0xF900 <= code <= 0xFAFF
        or 0xFF00 <= code <= 0xFFEF  # wide forms
        or 0x20000 <= code <= 0x3134F
    )
