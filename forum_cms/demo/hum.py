"""A soft hum with the rhythm of spoken words, for the demonstration's video."""

import math
import re
from array import array
from random import Random

from forum_cms.demo.pictures.canvas import chance

SAMPLES_PER_S = 24000
LOUDNESS_PER_S = 50
TABLE = 2048


def voices(lines: list[tuple[float, float, str, float]], length_s: float) -> array:
    """16-bit mono samples. A line: start and end in seconds, its words, the voice's pitch in Hz."""
    sound = [0.0] * round(length_s * SAMPLES_PER_S)
    for start, end, words, pitch in lines:
        random = chance("hum", words)
        syllables = re.findall(r"[aeiouy]+[^aeiouy]*", words.lower())
        step = (end - start - 0.15) / len(syllables)
        for k, syllable in enumerate(syllables):
            _hum(
                sound,
                start + k * step,
                step * (0.92 if len(syllable) < 4 else 1.0),
                pitch,
                k / len(syllables),
                random,
            )
    return array("h", (round(9000 * math.tanh(value)) for value in sound))


def _timbre() -> list[float]:
    """One period: a few harmonics, as behind closed lips."""
    parts = ((1, 1.0), (2, 0.38), (3, 0.16), (4, 0.05))
    return [
        sum(share * math.sin(2 * math.pi * n * k / TABLE) for n, share in parts)
        for k in range(TABLE)
    ]


WAVE = _timbre()


def _hum(
    sound: list[float], start_s: float, length_s: float, pitch: float, place: float, random: Random
) -> None:
    """One syllable: it swells, and falls a little; a sentence ends lower than it began."""
    first, count = round(start_s * SAMPLES_PER_S), round(length_s * SAMPLES_PER_S)
    note = pitch * (1.08 - 0.16 * place) * 2 ** (random.choice((-2, -1, 0, 0, 1, 2)) / 12)
    strength, phase = random.uniform(0.4, 0.65), 0.0
    for k in range(min(count, len(sound) - first)):
        share = k / count
        swell = math.sin(math.pi * share) ** 1.3
        phase += note * (1.02 - 0.04 * share) * TABLE / SAMPLES_PER_S
        sound[first + k] += strength * swell * WAVE[int(phase) % TABLE]


def loudness(samples: array) -> list[float]:
    """How loud it is, 0 to 1, LOUDNESS_PER_S times a second."""
    window = SAMPLES_PER_S // LOUDNESS_PER_S
    peaks = [max(map(abs, samples[i : i + window])) for i in range(0, len(samples), window)]
    top = max(peaks) or 1
    return [peak / top for peak in peaks]
