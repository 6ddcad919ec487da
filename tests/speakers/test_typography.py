"""Czech text keeps together what must not be torn apart at the end of a line."""

import time

import pytest
from django.template import Context, Template
from django.utils.translation import override
from hypothesis import given
from hypothesis import strategies as st

from speakers.typography import NBSP, czech, czech_html


@pytest.mark.parametrize(
    "text",
    [
        # A tilde stands for each no-break space; a plain space stays one.
        "Mluví v~Praze s~lidmi a~o~soudech.",
        "K~tomu se vrátíme. O~čem? U~nás i~v~cizině.",
        "Sešli se 4.~října 2021 v~Brně.",
        "Nahráno 4.~10.~2021, zveřejněno 22.~12.",
        "Ve 20.~století, na 3.~ročníku",
        "Přišlo 10~000 lidí, tedy 5~% obyvatel.",
        "Trvá 42~min, nebo 1~h 2~min; stojí 1~200~Kč.",
        "Bylo jí 30~let.",
        "T.~G.~Masaryk a~J.~Novák",
        "prof.~Nováková, Mgr.~Jana Malá",
        "Podle §~5 a~č.~3, str.~12",
        "Soud~– a~kdo ještě?",
        "Řekl: „V~zemi, z~níž odešel (a~vrátil se).“",
    ],
)
def test_what_belongs_together_stays_together(text):
    plain = text.replace("~", " ")
    assert czech(plain).replace(NBSP, "~") == text
    assert czech(czech(plain)) == czech(plain)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Slovo",
        "Jak to dopadlo v roce".replace(" v ", f" v{NBSP}"),
        "Skončil v bodě 21. Potom odešel.".replace(" v ", f" v{NBSP}"),
        "Byli ve věku, kdy se ze hry stane práce",
    ],
)
def test_the_rest_stays_as_it_is(text):
    assert czech(text) == text


def test_only_text_between_tags_is_touched():
    html = (
        '<p title="v Praze">v Praze</p><a href="/a b/">k lidem</a>'
        "<script>v x</script><textarea>v poli</textarea><code>v kódu</code>"
        '<span lang="en">a house, I am</span><i lang="cs">v Brně</i>'
        '<q lang="en">a <b>z b</b> a b<br></q> a dál <!-- v Plzni -->'
    )
    assert czech_html(html) == (
        '<p title="v Praze">v\u00a0Praze</p><a href="/a b/">k\u00a0lidem</a>'
        "<script>v x</script><textarea>v poli</textarea><code>v kódu</code>"
        '<span lang="en">a house, I am</span><i lang="cs">v\u00a0Brně</i>'
        '<q lang="en">a <b>z b</b> a b<br></q> a\u00a0dál <!-- v Plzni -->'
    )


def test_preposition_stays_with_a_word_in_an_element_of_its_own():
    assert czech_html("<p>Mluví v <a href='/'>Praze</a></p>") == (
        "<p>Mluví v\u00a0<a href='/'>Praze</a></p>"
    )


@given(st.text(alphabet='kvsa 4. října%\n<>p/"=-', max_size=80))
def test_nothing_but_white_space_is_exchanged(text):
    for result in (czech(text), czech_html(text)):
        assert result.replace(NBSP, "").split() == text.replace(NBSP, "").split() or (
            "".join(result.split()) == "".join(text.split())
        )


def test_long_pages_are_set_in_no_time():
    html = "<p>V zemi, kde 5 % lidí a 30 let, u J. Nováka 4. října.</p>\n" * 3000
    started = time.perf_counter()
    czech_html(html)
    assert time.perf_counter() - started < 2


def render(language: str, template: str) -> str:
    with override(language):
        return Template("{% load speakers_tags %}" + template).render(Context({"text": "<v a b>"}))


def test_templates_set_czech_pages_only():
    block = "{% typeset %}<p>v Praze</p>{% endtypeset %}"
    assert render("cs", block) == "<p>v\u00a0Praze</p>"
    assert render("en", block) == "<p>v Praze</p>"
    assert render("cs", "{{ text|typeset }}") == "&lt;v\u00a0a\u00a0b&gt;"
    assert render("en", "{{ text|typeset }}") == "&lt;v a b&gt;"
