"""Drawn pictures: the same everywhere, and different from one another."""

import hashlib
import subprocess
import sys
from pathlib import Path

import pytest
from PIL import ImageChops, ImageStat

from forum_cms.demo import material
from forum_cms.demo.pictures import logo, portrait, poster
from forum_cms.demo.pictures.clothes import KINDS
from forum_cms.demo.pictures.logos import MARKS
from forum_cms.demo.pictures.portraits import Look
from forum_cms.demo.pictures.posters import STYLES

ROOT = Path(__file__).parents[3]
PRINTED = """
import hashlib
from forum_cms.demo.pictures import logo, portrait, poster
one = portrait("Ada Novotná", 160, 200)
two = poster("A title", "#Tag", "fold", 320, 180)
three = logo("A Club", "AC", "", 160, 80)
for picture in (one, two, three):
    print(hashlib.sha256(picture.tobytes()).hexdigest())
"""


def digest(picture):
    return hashlib.sha256(picture.tobytes()).hexdigest()


def test_pictures_are_the_same_in_another_process():
    here = [
        digest(portrait("Ada Novotná", 160, 200)),
        digest(poster("A title", "#Tag", "fold", 320, 180)),
        digest(logo("A Club", "AC", "", 160, 80)),
    ]
    there = subprocess.run(
        [sys.executable, "-c", PRINTED],
        cwd=ROOT,
        env={"PYTHONHASHSEED": "7", "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=True,
    ).stdout.split()
    assert there == here


def test_picture_sizes_are_those_asked_for():
    assert portrait("Ada Novotná").size == (800, 1000)
    assert poster("A title", "#Tag", "waves").size == (1600, 900)
    assert logo("A Club", "AC").size == (800, 400)
    assert portrait("Ada Novotná", 120, 150).size == (120, 150)


def test_everybody_with_a_look_has_a_portrait_of_their_own():
    people = [person for person in material.load().people.values() if person.look]
    seen = {digest(portrait(person.name, 80, 100, look=person.look)) for person in people}
    assert len(seen) == len(people) >= 18


def test_every_organisation_has_a_sign_of_its_own():
    organisations = material.load().organisations.values()
    assert {organisation.mark for organisation in organisations} <= set(MARKS)
    seen = {digest(logo(each.title, each.short_name, each.mark, 160, 80)) for each in organisations}
    assert len(seen) == len(organisations)


def test_every_poster_style_is_used_and_known():
    demo = material.load()
    used = {episode.poster_style for episode in demo.episodes} - {None}
    assert used == set(STYLES)
    assert {series.poster_style for series in demo.series.values()} <= set(STYLES)


@pytest.mark.parametrize("style", sorted(STYLES))
def test_poster_depends_on_its_title(style):
    assert digest(poster("One", "#Tag", style, 320, 180)) != digest(
        poster("Other", "#Tag", style, 320, 180)
    )


@pytest.mark.parametrize("style", sorted(STYLES))
def test_poster_shows_the_same_at_every_size(style):
    small, large = (poster("One", "", style, 16 * n, 9 * n).resize((32, 18)) for n in (20, 40))
    apart = ImageStat.Stat(ImageChops.difference(small, large)).mean
    assert max(apart) < 6


@pytest.mark.parametrize("garment", KINDS)
def test_portrait_follows_the_look(garment):
    plain = portrait("Ada Novotná", 80, 100, look={"garment": garment})
    assert digest(plain) == digest(
        portrait("Ada Novotná", 80, 100, look={"garment": garment, "glasses": ""})
    )
    assert digest(plain) != digest(
        portrait("Ada Novotná", 80, 100, look={"garment": garment, "glasses": "round"})
    )


def test_unknown_look_is_refused():
    with pytest.raises(TypeError, match="moustache"):
        portrait("Ada Novotná", look={"moustache": True})
    assert Look().age == "middle"
