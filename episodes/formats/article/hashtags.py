"""The hashtags of an article: at the ends of its title, and on lines of their own."""

from __future__ import annotations

import re

_TAG = r"#(?!\d+\b)\w+"  # "#31" counts episodes
_HASHTAG = re.compile(_TAG)
# "… #Example", "… | #Example Chat", "… (#Example)"
_LAST_HASHTAG = re.compile(
    rf"(?:[\s|–—-]*(?P<tag>{_TAG})(?:\s+Chats?)?|\s*[|–—(\[-]\s*(?P<bracketed>{_TAG})(?:\s+Chats?)?[)\]]?)\s*\Z"
)
_FIRST_HASHTAG = re.compile(
    rf"\A(?P<tag>{_TAG})(?:(?:\s+(?:Chat|Talk|Podcast|Debate|Conversation)s?)?\s*[:|–—-]\s*|\s+(?=\S))"
)
_LONGEST_LINE_WITH_TAGS = 500


def strip(text: str) -> tuple[str, list[str]]:
    """A title without the hashtags at its ends, and those."""
    tags: list[str] = []
    if len(text) > _LONGEST_LINE_WITH_TAGS:
        return text, tags
    while match := _LAST_HASHTAG.search(text):
        tags.insert(0, match["tag"] or match["bracketed"])
        text = text[: match.start()].rstrip()
    if match := _FIRST_HASHTAG.match(text):
        tags.append(match["tag"])
        text = text[match.end() :]
    return text, tags


def are_all(text: str) -> bool:
    """Whether a line is nothing but hashtags."""
    words = text.split()
    return bool(words) and all(_HASHTAG.fullmatch(word) for word in words)
