"""Articles of episodes, read into drafts.

``parse(document)`` gives an ``ArticleDraft``. Nothing in it is invented: a field that the text
does not fill stays empty, and what was uncertain is a ``Problem`` beside it.
"""

from .draft import ArticleDraft, Heading, Paragraph, Partner, Person, Problem, Quote
from .reading import parse
from .several import SeveralEpisodes, split

__all__ = [
    "ArticleDraft",
    "Heading",
    "Paragraph",
    "Partner",
    "Person",
    "Problem",
    "Quote",
    "SeveralEpisodes",
    "parse",
    "split",
]
