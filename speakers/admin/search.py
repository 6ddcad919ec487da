"""Searching by names the way that editors type them."""

import re

from speakers.names import folded


def plain_words(query: str) -> str:
    """The words of a query in plain letters: "petricek" finds "Petříček".

    Punctuation is left out: the index knows none, and some of it (quotation marks before
    brackets) is a syntax error to SQLite. The longest query is cut to a sentence.
    """
    return " ".join(re.findall(r"\w+", folded(query[:200])))
