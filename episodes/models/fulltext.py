"""Full-text search in both databases: FTS5 in SQLite, `tsvector` with GIN in PostgreSQL.

The migrations make what is asked here. Queries are made of plain words only (`episodes.terms`),
so nothing that a visitor types is an operator.
"""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.core.exceptions import EmptyResultSet
from django.db import connection
from django.db.models import Case, Count, IntegerField, QuerySet, Value, When
from django.db.models.expressions import RawSQL

from episodes.terms import Term, Terms, one_slip_away

from .search import SaidPassage, SearchEntry, SearchWord

if TYPE_CHECKING:
    from .queryset import EpisodeQuerySet

ENTRIES = "episodes_searchtext"
PASSAGES = "episodes_saidpassage"
#: So many passages are looked at: a word that is said everywhere tells them apart no better.
MAX_PASSAGES = 1000
#: So many conversations are found, the best ones: nobody reads on, and whatever is counted of them
#: takes the same time for a word that is written everywhere.
MAX_FOUND = 1000
#: A shorter beginning goes on to nearly everything: only names are looked through for it, and in
#: what was said it is a word by itself.
MIN_BEGINNING = 2
#: The columns of an entry by the letters that PostgreSQL gives to weights.
WEIGHTS = {"A": "names", "B": "labels", "C": "summary", "D": "body"}
#: What PostgreSQL asks: a column for each choice of weights, because weights are slow to check.
COLUMNS_OF_WEIGHTS = {"": "vector", "A": "named", "AB": "labelled"}
#: Relevance of what is found in columns of these weights.
TIERS = ((2, "A"), (1, "AB"), (0, ""))
#: With so many at least PostgreSQL is sure to meet one soon while it walks through the texts; of
#: fewer it has to ask its index, which it would not do for the sake of the first.
FEW = 300
#: So many neighbours of one word are looked for at once.
MAX_NEIGHBOURS = 4


@dataclass(frozen=True)
class Hit:
    """An episode that holds the words: 2 in title and people, 1 with topics, 0 in the rest."""

    entry_id: int
    page_id: int
    published_on: datetime.date
    relevance: int


def sql_of(rows: QuerySet[Any]) -> tuple[str, tuple[Any, ...]]:
    """A query as part of another; Django writes none where it knows that nothing is found."""
    try:
        sql, params = rows.query.sql_with_params()
    except EmptyResultSet:
        return "SELECT 0 WHERE 1 = 0", ()
    return sql, params


def best(terms: Terms, among: QuerySet[Any]) -> list[Hit]:
    """The best episodes that hold it all, best and newest first; one more than MAX_FOUND at most.

    `among` is asked for each whether it is one of those that are looked for: it says so by
    `entry.id` or `entry.page_id`. Begins with what holds the words and ends when there is
    enough; where there is more, the entries that were made last are taken.
    """
    within, params = sql_of(among.order_by())
    tiers, values = [], []
    for relevance, weights in TIERS[:1] if in_names_alone(terms) else TIERS:
        source, words = _source(terms, weights)
        tiers.append(f"""SELECT * FROM (
            SELECT entry.id, entry.page_id, entry.published_on, {relevance} AS relevance
            FROM {source} AND entry.kind = 'episode' AND EXISTS ({within})
            ORDER BY {_key()} DESC LIMIT {MAX_FOUND + 1:d}
        ) AS tier""")  # noqa: S608 - constants of ours and a query that Django wrote
        values += [words, *params]
    sql = f"""
        SELECT id, page_id, published_on, MAX(relevance) FROM ({" UNION ALL ".join(tiers)}) AS found
        GROUP BY id, page_id, published_on
    """  # noqa: S608
    with connection.cursor() as cursor:
        cursor.execute(sql, values)
        rows = cursor.fetchall()
    found = [Hit(entry, page, _date(day), relevance) for entry, page, day, relevance in rows]
    found.sort(key=lambda hit: (hit.relevance, hit.published_on, hit.page_id), reverse=True)
    return found[: MAX_FOUND + 1]


def _date(stored: Any) -> datetime.date:
    """A date of a query of our own, which SQLite gives as text."""
    if isinstance(stored, str):
        return datetime.date.fromisoformat(stored)
    return stored or datetime.date.min


def _key() -> str:
    return "hit.entry_id" if connection.vendor == "postgresql" else "hit.rowid"


def _source(terms: Terms, weights: str = "") -> tuple[str, str]:
    """What stands behind FROM for entries that match, with its one parameter.

    CROSS JOIN, because SQLite keeps its order: it would rather look at each entry of a kind.
    """
    column, words = _question(terms, weights)
    if connection.vendor == "postgresql":
        table, matches = ENTRIES, f"hit.{column} @@ %s::tsquery"
    else:
        table, matches = f"{ENTRIES}_fts", f"hit.{column} MATCH %s"
    return (
        f"{table} AS hit CROSS JOIN {SearchEntry._meta.db_table} AS entry "
        f"WHERE {matches} AND entry.id = {_key()}"
    ), words


def first_others(terms: Terms, among: QuerySet[Any], count: int) -> list[tuple[str, int, int]]:
    """Kind, key (of page or topic) and relevance of the first few people, organisations, topics.

    Of each kind those that are called so come first. `among` as in `best`.
    """
    source, words = _source(terms)
    within, params = sql_of(among.order_by())
    (named, name), (labelled, label) = (_also(terms, weights) for weights in ("A", "AB"))
    is_other = "entry.kind <> 'episode'"
    if connection.vendor == "postgresql":  # the same by an index that holds no articles
        is_other += " AND NOT hit.is_episode"
    sql = f"""
        SELECT kind, place_of, relevance FROM (
            SELECT *, ROW_NUMBER() OVER (
                PARTITION BY kind ORDER BY relevance DESC, title
            ) AS place FROM (
                SELECT entry.kind, entry.title, COALESCE(entry.page_id, entry.tag_id) AS place_of,
                    CASE WHEN {named} THEN 2 WHEN {labelled} THEN 1 ELSE 0 END AS relevance
                FROM {source} AND {is_other} AND EXISTS ({within})
            ) AS found
        ) AS ranked WHERE place <= %s ORDER BY kind, place
    """  # noqa: S608
    with connection.cursor() as cursor:
        cursor.execute(sql, [name, label, words, *params, count])
        return cursor.fetchall()


def is_in_text(terms: Terms, among: QuerySet[Any] | None = None) -> bool:
    """Whether one of these entries holds it all, else any episode. `among` as in `best`."""
    if among is None:
        return _is_in_some(terms, "entry.kind = 'episode'")
    within, params = sql_of(among.order_by())
    return _is_in_some(terms, f"EXISTS ({within})", params)


def _is_in_some(terms: Terms, condition: str, params: Sequence[Any] = ()) -> bool:
    """Whether an entry that fulfils the condition holds it all."""
    source, words = _source(terms)
    first = f"SELECT 1 FROM {source} AND {condition} LIMIT 1"  # noqa: S608
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            column, _words = _question(terms, "")
            cursor.execute(
                f"""
                WITH few AS MATERIALIZED (
                    SELECT entry_id FROM {ENTRIES} WHERE {column} @@ %s::tsquery LIMIT {FEW:d}
                ) SELECT (SELECT COUNT(*) FROM few), EXISTS (
                    SELECT 1 FROM few JOIN {SearchEntry._meta.db_table} AS entry
                    ON entry.id = few.entry_id WHERE {condition}
                )
                """,  # noqa: S608
                [words, *params],
            )
            looked_at, found = cursor.fetchone()
            if found or looked_at < FEW:
                return bool(found)
        cursor.execute(first, [words, *params])
        return cursor.fetchone() is not None


def _also(terms: Terms, weights: str) -> tuple[str, str]:
    """Whether what was found holds it all in columns of these weights, with its parameter."""
    if connection.vendor == "postgresql":
        column, words = _question(terms, weights)
        return f"hit.{column} @@ %s::tsquery", words
    found = hits(terms, weights)
    return f"entry.id IN ({found.sql})", found.params[0]


def hits(terms: Terms, weights: str = "") -> RawSQL:
    """Keys of the entries that match, for `pk__in`; only in columns of these weights, if any.

    A beginning that is too short to tell texts apart is looked for in names alone.
    """
    column, words = _question(terms, weights)
    # Safe here and below: tables and columns are constants of ours, the words are a parameter.
    if connection.vendor == "postgresql":
        sql = f"SELECT entry_id FROM {ENTRIES} WHERE {column} @@ %s::tsquery"  # noqa: S608
    else:
        sql = f"SELECT rowid FROM {ENTRIES}_fts WHERE {column} MATCH %s"  # noqa: S608
    return RawSQL(sql, [words])  # noqa: S611


def _question(terms: Terms, weights: str) -> tuple[str, str]:
    """The column that is asked, and what it is asked."""
    short = [_is_short(term) for term in terms.terms]
    weights = "A" if in_names_alone(terms) else weights
    if connection.vendor == "postgresql":
        column = COLUMNS_OF_WEIGHTS[weights]
        return column, _tsquery(terms, [is_short and column != "named" for is_short in short])
    match = _fts5(terms, short)
    if weights:
        match = f"{{{' '.join(WEIGHTS[weight] for weight in weights)}}} : ({match})"
    return f"{ENTRIES}_fts", match


def in_names_alone(terms: Terms) -> bool:
    """Whether the words are looked for in names only, so that whatever is found has them there."""
    return all(_is_short(term) for term in terms.terms)


def _is_short(term: Term) -> bool:
    return term.open_end and len(term.phrases[0][-1]) < MIN_BEGINNING


def passage_hits(terms: Terms) -> RawSQL:
    """Keys of the latest passages that match, for `pk__in`."""
    terms = terms.with_ends_from(MIN_BEGINNING)
    if connection.vendor == "postgresql":
        sql = f"SELECT id FROM {PASSAGES} WHERE vector @@ %s::tsquery LIMIT {MAX_PASSAGES}"  # noqa: S608
        return RawSQL(sql, [_tsquery(terms)])  # noqa: S611
    sql = (
        f"SELECT rowid FROM {PASSAGES}_fts WHERE {PASSAGES}_fts MATCH %s "  # noqa: S608
        f"ORDER BY rowid DESC LIMIT {MAX_PASSAGES}"
    )
    return RawSQL(sql, [_fts5(terms)])  # noqa: S611


def _fts5(terms: Terms, names_only: Sequence[bool] = ()) -> str:
    parts = [f"({' OR '.join(_fts5_phrases(term))})" for term in terms.terms]
    for at, is_name in enumerate(names_only):
        parts[at] = f"({{names}} : {parts[at]})" if is_name else parts[at]
    return " AND ".join(parts)


def _fts5_phrases(term: Term) -> list[str]:
    end = " *" if term.open_end else ""
    return [f'"{" ".join(words)}"{end}' for words in term.phrases]


def _tsquery(terms: Terms, names_only: Sequence[bool] = ()) -> str:
    weights = ["A" if is_name else "" for is_name in names_only] or [""] * len(terms.terms)
    return " & ".join(
        f"({' | '.join(_ts_phrases(term, weight))})"
        for term, weight in zip(terms.terms, weights, strict=True)
    )


def _ts_phrases(term: Term, weight: str) -> list[str]:
    each = f":{weight}" if weight else ""
    last = f":*{weight}" if term.open_end else each
    return [
        " <-> ".join([*(f"'{word}'{each}" for word in words[:-1]), f"'{words[-1]}'{last}"])
        for words in term.phrases
    ]


def matching(episodes: "EpisodeQuerySet", terms: Terms) -> "EpisodeQuerySet":
    """Those of the episodes in which everything is found, as a subquery; nothing is fetched.

    `relevance` is 2 where title and people say it all, 1 with topics, roles and organisations.
    """
    entries = SearchEntry.objects.filter(kind=SearchEntry.Kind.EPISODE)

    def found(weights: str = "") -> Any:
        return entries.filter(pk__in=hits(terms, weights)).values("page_id")

    relevance = Case(
        When(pk__in=found("A"), then=Value(2)),
        When(pk__in=found("AB"), then=Value(1)),
        default=Value(0),
        output_field=IntegerField(),
    )
    return episodes.filter(pk__in=found()).annotate(relevance=relevance)


def understood(terms: Terms, found: Any) -> Terms:
    """The terms in the form in which `found(terms)` finds something, else as they are.

    As written first; then without forms of address and with free ends; then with one slip
    forgiven in each word that occurs nowhere.
    """
    if not terms or found(terms):
        return terms
    loose = terms.loosened()
    if loose != terms and found(loose):
        return loose
    corrected = loose.with_neighbours(neighbours(loose))
    return corrected if corrected != loose and found(corrected) else terms


def neighbours(terms: Terms) -> dict[str, list[str]]:
    """For each word that no entry knows: known words one slip away, the most frequent first."""
    near = {term.word: one_slip_away(term.word) for term in terms.terms if _is_unknown(term)}
    wanted = set().union(*near.values())
    counted = (
        SearchWord.objects.filter(word__in=wanted).values("word").annotate(count=Count("pk"))
        if wanted
        else []
    )
    often = {row["word"]: row["count"] for row in counted}
    return {
        word: sorted(close, key=lambda other: (-often[other], other))[:MAX_NEIGHBOURS]
        for word, candidates in near.items()
        if (close := candidates & often.keys())
    }


def _is_unknown(term: Term) -> bool:
    alone = Terms((term,))
    return bool(term.word) and not (
        _is_in_some(alone, "1 = 1")
        or SaidPassage.objects.filter(pk__in=passage_hits(alone)).exists()
    )
