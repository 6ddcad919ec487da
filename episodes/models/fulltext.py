"""Full-text search in both databases: FTS5 in SQLite, `tsvector` with GIN in PostgreSQL.

The migrations make what is asked here. Queries are made of plain words only (`episodes.terms`),
so nothing that a visitor types is an operator.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from django.db import connection
from django.db.models import Case, Count, IntegerField, Value, When
from django.db.models.expressions import RawSQL

from episodes.terms import Term, Terms, one_slip_away

from .search import SaidPassage, SearchEntry, SearchWord

if TYPE_CHECKING:
    from .queryset import EpisodeQuerySet

ENTRIES = "episodes_searchtext"
PASSAGES = "episodes_saidpassage"
#: So many passages are looked at: a word that is said everywhere tells them apart no better.
MAX_PASSAGES = 1000
#: A shorter beginning goes on to nearly everything: only names are looked through for it, and in
#: what was said it is a word by itself.
MIN_BEGINNING = 2
#: The columns of an entry by the letters that PostgreSQL gives to weights.
WEIGHTS = {"A": "names", "B": "labels", "C": "summary", "D": "body"}
#: What PostgreSQL asks: a column for each choice of weights, because weights are slow to check.
COLUMNS_OF_WEIGHTS = {"": "vector", "A": "named", "AB": "labelled"}
#: So many neighbours of one word are looked for at once.
MAX_NEIGHBOURS = 4


def hits(terms: Terms, weights: str = "") -> RawSQL:
    """Keys of the entries that match, for `pk__in`; only in columns of these weights, if any.

    A beginning that is too short to tell texts apart is looked for in names alone.
    """
    short = [_is_short(term) for term in terms.terms]
    weights = "A" if in_names_alone(terms) else weights
    if connection.vendor == "postgresql":
        # Safe here and below: tables and columns are constants of ours, the words are a parameter.
        column = COLUMNS_OF_WEIGHTS[weights]
        names_only = [is_short and column != "named" for is_short in short]
        sql = f"SELECT entry_id FROM {ENTRIES} WHERE {column} @@ %s::tsquery"  # noqa: S608
        return RawSQL(sql, [_tsquery(terms, names_only)])  # noqa: S611
    match = _fts5(terms, short)
    if weights:
        match = f"{{{' '.join(WEIGHTS[weight] for weight in weights)}}} : ({match})"
    sql = f"SELECT rowid FROM {ENTRIES}_fts WHERE {ENTRIES}_fts MATCH %s"  # noqa: S608
    return RawSQL(sql, [match])  # noqa: S611


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
        SearchEntry.objects.filter(pk__in=hits(alone)).exists()
        or SaidPassage.objects.filter(pk__in=passage_hits(alone)).exists()
    )
