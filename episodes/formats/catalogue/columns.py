"""What catalogues call their columns, in English and Czech."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from functools import lru_cache

from ..text import fold

#: By field of a row, the names in order of preference: where two have a value, the first wins.
ENGLISH = {
    "title": "title, fulltitle, name, headline",
    "source_key": "source_path, source_key, source, key, id, uid, identifier",
    "guests": "speakers, speaker, guests, guest, people, person, names, panelists",
    "hosts": "hosts, host, moderators, moderator",
    "partners": "partners, partner, in cooperation with, cooperation",
    "tags": "tags, tag, topics, topic, keywords",
    "recorded_on": "recorded, recorded_on, recording_date, date_recorded",
    "published_on": "published, published_on, publication_date, release_date, upload_date, date",
    "language": "language, spoken_language, lang",
    "duration_s": "duration, duration_s, length, duration_string",
    "description": "description, lead, summary, abstract, about",
    "video_url": "video_url, webpage_url, original_url, video, youtube, link, url, address",
}
CZECH = {
    "title": "název, titulek, nadpis, titul",
    "source_key": "klíč, označení, číslo",
    "guests": "hosté, host, řečníci, řečník, mluvčí, osoby, jména",
    "hosts": "moderátoři, moderátor, moderuje",
    "partners": "partneři, partner, ve spolupráci s",
    "tags": "štítky, štítek, témata, téma, klíčová slova",
    "recorded_on": "natočeno, nahráno, datum natočení, datum nahrávání",
    "published_on": "zveřejněno, vydáno, publikováno, datum, datum vydání, datum zveřejnění",
    "language": "jazyk, mluvený jazyk",
    "duration_s": "délka, trvání, stopáž",
    "description": "popis, úvod, anotace, shrnutí",
    "video_url": "odkaz, adresa, adresa videa, odkaz na video",
}


def _fields(names: dict[str, str]) -> dict[str, tuple[str, int]]:
    """Field and rank by folded name of the column."""
    return {
        column_key(name): (field, rank)
        for field, written in names.items()
        for rank, name in enumerate(written.split(", "))
    }


def column_key(name: str) -> str:
    """A column's name for comparing: “Video URL”, “video_url” and “video-url” are one."""
    return " ".join(fold(name).replace("_", " ").replace("-", " ").split())


_ENGLISH, _CZECH = _fields(ENGLISH), _fields(CZECH)


@lru_cache(maxsize=64)
def assign(columns: tuple[str, ...]) -> dict[str, tuple[str, ...]]:
    """Which of the columns hold a field, the preferred one first; unknown ones are left out.

    “Host” is a guest in a Czech table and the one who asks in an English one: the language is
    that of most other columns.
    """
    keys = {name: column_key(name) for name in columns}
    is_czech = _known(keys.values(), _CZECH, _ENGLISH) > _known(keys.values(), _ENGLISH, _CZECH)
    first, second = (_CZECH, _ENGLISH) if is_czech else (_ENGLISH, _CZECH)
    found: dict[str, list[tuple[int, str]]] = {}
    for name, key in keys.items():
        field, rank = first.get(key) or second.get(key) or ("", 0)
        if field:
            found.setdefault(field, []).append((rank, name))
    return {field: tuple(name for _rank, name in sorted(ranked)) for field, ranked in found.items()}


def _known(keys: Iterable[str], own: Collection[str], other: Collection[str]) -> int:
    return sum(key in own and key not in other for key in keys)
