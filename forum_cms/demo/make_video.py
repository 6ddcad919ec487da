"""Make the demonstration's one video: python -m forum_cms.demo.make_video

Writes media/<name>.mp4, .mp3, .en.vtt and .cs.vtt from catalogue/video.toml. Needs ffmpeg; the
results are kept in the repository, so that nobody needs it to see the demonstration. Nobody speaks:
each voice is a soft hum with the rhythm of its words, and the captions say what it says.
"""

import subprocess
import sys
import tempfile
import tomllib
import wave
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

from forum_cms.demo import hum, material
from forum_cms.demo.pictures import portrait, poster
from forum_cms.demo.pictures.canvas import age, chance, rgb
from forum_cms.demo.records import MEDIA, Person

WIDTH, HEIGHT, FRAMES_PER_S = 1280, 720, 12
OPENING_S, CLOSING_S, PAUSE_S, FADE_S = 2.5, 2.5, 0.45, 0.5
CHARACTERS_PER_S = 15.5
PAPER, INK, RED = rgb("EAE3D7"), rgb("1F2428"), rgb("A62B22")
FLOOR, LINE = (
    448,
    530,
)  # where the portraits stand; where the sound is drawn. Below 590 is room for captions


@dataclass(frozen=True)
class Cue:
    start_s: float
    end_s: float
    who: str
    en: str
    cs: str


def timed(rows: list[dict[str, str]]) -> list[Cue]:
    """One cue after the other, each as long as its English words need."""
    cues, now = [], OPENING_S
    for row in rows:
        end = now + max(2.0, len(row["en"]) / CHARACTERS_PER_S)
        cues.append(Cue(round(now, 3), round(end, 3), row["who"], row["en"], row["cs"]))
        now = end + PAUSE_S
    return cues


def write_captions(path: Path, cues: list[Cue], language: str, names: dict[str, str]) -> None:
    lines = ["WEBVTT", "", f"NOTE {material.LAST_LINE}", ""]
    for number, cue in enumerate(cues, 1):
        lines += [
            str(number),
            f"{_clock(cue.start_s)} --> {_clock(cue.end_s)}",
            f"<v {names[cue.who]}>{getattr(cue, language)}</v>",
            "",
        ]
    path.write_text("\n".join(lines), encoding="utf-8")


def _clock(seconds: float) -> str:
    minutes, rest = divmod(seconds, 60)
    return f"00:{int(minutes):02}:{rest:06.3f}"


class Stage:
    """Four people in a row; the one who speaks stands larger and in full colour."""

    def __init__(self, people: list[Person], hashtag: str):
        self.people = people
        self.faces = [portrait(person.name, 320, 400, look=person.look) for person in people]
        self.ground = age(Image.new("RGB", (WIDTH, HEIGHT), PAPER), chance("stage"))
        pen = ImageDraw.Draw(self.ground)
        pen.text((64, 44), hashtag, font=ImageFont.load_default(size=26), fill=INK)
        pen.line([(64, 590), (WIDTH - 64, 590)], fill=rgb("C9BFAF"), width=1)
        self.kept: dict[tuple[int, ...], Image.Image] = {}

    def row(self, weights: list[float]) -> Image.Image:
        """The portraits without the sound. Weights, 0 to 1, say how much each one has the word."""
        steps = tuple(round(weight * 12) for weight in weights)
        if steps not in self.kept:
            self.kept[steps] = self._row([step / 12 for step in steps])
        return self.kept[steps].copy()

    def _row(self, weights: list[float]) -> Image.Image:
        image = self.ground.copy()
        widths = [218 + 70 * weight for weight in weights]
        x = (WIDTH - sum(widths) - 34 * (len(widths) - 1)) / 2
        for face, weight, width in zip(self.faces, weights, widths, strict=True):
            card = face.resize((round(width), round(width * 1.25)), Image.Resampling.LANCZOS)
            card = Image.blend(
                Image.blend(card, card.convert("L").convert("RGB"), 0.75 * (1 - weight)),
                Image.new("RGB", card.size, PAPER),
                0.42 * (1 - weight),
            )
            image.paste(card, (round(x), FLOOR - card.height))
            if weight > 0.5:
                ImageDraw.Draw(image).rectangle(
                    (round(x), FLOOR + 8, round(x) + card.width - 1, FLOOR + 12), fill=RED
                )
            x += width + 34
        return image


def draw_sound(image: Image.Image, loudness: list[float], now_s: float) -> None:
    """Short strokes about the middle, that carry the sound outwards."""
    pen = ImageDraw.Draw(image)
    for k in range(-38, 39):
        index = int((now_s - abs(k) * 0.022) * hum.LOUDNESS_PER_S)
        level = loudness[index] if 0 <= index < len(loudness) else 0
        high = 2 + 34 * level * (1 - abs(k) / 52)
        x = WIDTH // 2 + k * 14
        pen.rectangle(
            (x - 2, round(LINE - high), x + 2, round(LINE + high)), fill=RED if abs(k) < 3 else INK
        )


def draw_frames(
    cues: list[Cue], stage: Stage, cover: Image.Image, loudness: list[float], length_s: float
) -> Iterator[Image.Image]:
    """Each picture of the film, in order."""
    order = [person.slug for person in stage.people]
    for number in range(round(length_s * FRAMES_PER_S)):
        now = number / FRAMES_PER_S
        weights = [0.0] * len(order)
        for i, cue in enumerate(cues):
            same_before = i > 0 and cues[i - 1].who == cue.who
            same_after = i + 1 < len(cues) and cues[i + 1].who == cue.who
            begin = cue.start_s - (PAUSE_S if same_before else FADE_S / 2)
            finish = cue.end_s + (PAUSE_S if same_after else FADE_S / 2)
            if begin <= now < finish:
                rise = 1 if same_before else min(1, (now - begin) / FADE_S)
                fall = 1 if same_after else min(1, (finish - now) / FADE_S)
                weights[order.index(cue.who)] = max(
                    weights[order.index(cue.who)], _ease(min(rise, fall))
                )
        image = stage.row(weights)
        draw_sound(image, loudness, now)
        opening, closing = (
            (OPENING_S - 0.4 - now) / FADE_S,
            (now - length_s + CLOSING_S - 0.4) / FADE_S,
        )
        covered = _ease(min(1, max(0, opening, closing)))
        yield Image.blend(image, cover, covered) if covered else image


def _ease(share: float) -> float:
    return share * share * (3 - 2 * share)


def main() -> None:
    plan = tomllib.loads((material.CATALOGUE / "video.toml").read_text(encoding="utf-8"))
    everybody = material.people()
    people = [everybody[slug] for slug in plan["people"]]
    names = {person.slug: person.name for person in people}
    cues = timed(plan["cues"])
    length_s = cues[-1].end_s + CLOSING_S
    MEDIA.mkdir(exist_ok=True)
    for language in ("en", "cs"):
        write_captions(MEDIA / f"{plan['name']}.{language}.vtt", cues, language, names)

    pitches = dict(zip(plan["people"], (196.0, 165.0, 208.0, 233.0), strict=True))
    samples = hum.voices(
        [(cue.start_s, cue.end_s, cue.en, pitches[cue.who]) for cue in cues], length_s
    )
    stage = Stage(people, plan["hashtag"])
    cover = poster(plan["title"], plan["hashtag"], plan["poster_style"], WIDTH, HEIGHT)
    with tempfile.TemporaryDirectory() as folder:
        sound = Path(folder) / "sound.wav"
        with wave.open(str(sound), "wb") as file:
            file.setparams((1, 2, hum.SAMPLES_PER_S, 0, "NONE", ""))
            file.writeframes(samples.tobytes())
        target = MEDIA / plan["name"]
        _encode_video(
            sound,
            target.with_suffix(".mp4"),
            draw_frames(cues, stage, cover, hum.loudness(samples), length_s),
        )
        options = "-c:a libmp3lame -b:a 40k -map_metadata -1"
        _ffmpeg(f"-i {sound} {options} {target.with_suffix('.mp3')}")
    for path in sorted(MEDIA.glob(f"{plan['name']}.*")):
        sys.stdout.write(f"{path.name}: {path.stat().st_size // 1024} kB\n")
    sys.stdout.write(f"{length_s:.1f} s; put this in catalogue/episodes.toml\n")


def _encode_video(sound: Path, target: Path, frames: Iterator[Image.Image]) -> None:
    pictures = f"-f rawvideo -pix_fmt rgb24 -s {WIDTH}x{HEIGHT} -r {FRAMES_PER_S} -i - -i {sound}"
    video = "-c:v libx264 -preset veryslow -crf 31 -tune animation -pix_fmt yuv420p -profile:v main"
    rest = "-g 120 -c:a aac -b:a 40k -map_metadata -1 -fflags +bitexact -movflags +faststart"
    _ffmpeg(f"{pictures} {video} {rest} {target}", frames)


def _ffmpeg(options: str, frames: Iterable[Image.Image] = ()) -> None:
    command = ["ffmpeg", "-y", "-v", "error", *options.split()]
    with subprocess.Popen(command, stdin=subprocess.PIPE) as process:  # noqa: S603  (our words)
        if process.stdin:
            process.stdin.writelines(frame.tobytes() for frame in frames)
            process.stdin.close()
        if process.wait():
            raise SystemExit("ffmpeg could not make the film; what it said stands above.")


if __name__ == "__main__":
    main()
