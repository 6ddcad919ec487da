"""What somebody may type to break a search."""

HOSTILE = [
    'NEAR("',
    '"',
    "' OR 1=1 --",
    "names : x",
    "a* AND (b",
    "^",
    "\x00\x00",
    "a\x00b",
    "👍🏽 🇨🇿",
    "x" * 10_000,
    '"' * 5_000,
    "a " * 5_000,
    "%s %(x)s {y}",
    "\\ & | ! <-> :*",
    "\ud800",
    "ا ل ح",
]
