"""A long list of names: one letter or one country at a time, with true counts of all of them.

Counts are kept (`register_counts`); only the pages that are shown are fetched.
"""

from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.http import QueryDict
from django_countries import countries
from wagtail.models import Page
from wagtail.query import PageQuerySet

#: So many fit on one page, which is quick to make and to show; with fewer in all, no letter has to
#: be chosen.
PAGE_SIZE = 60


@dataclass(frozen=True)
class Choice:
    """A letter or a country to choose: what it is called and how many there are."""

    name: str
    count: int
    url: str
    chosen: bool


@dataclass(frozen=True)
class Register:
    """What is shown of a list, and what else can be chosen."""

    pages: list[Any]
    letters: list[Choice]
    countries: list[Choice]
    total: int
    found: int
    country: str = ""
    previous_url: str = ""
    next_url: str = ""
    is_choice: bool = False


def of(
    folder: Page, pages: PageQuerySet, country_field: str, query: QueryDict, url: str
) -> Register:
    """The pages of the folder with the chosen letter, or country, or all where they are few.

    A letter or country that isn't there is left out; so is a page number that isn't one.
    """
    # Imported here: models need this module, and the counts need models.
    from .register_counts import counts

    by_letter, by_country = counts(folder.pk)
    total = sum(by_letter.values())
    country = query.get("country", "").upper()
    country = country if by_country[country] else ""
    letter = query.get("letter", "").upper()
    letter = letter if letter in by_letter and not country else ""
    is_choice = bool(letter or country)
    if not is_choice and total > PAGE_SIZE:
        letter = min(name for name in by_letter if name != "#" or len(by_letter) == 1)
    if country:
        pages, found = pages.filter(**{f"{country_field}__contains": country}), by_country[country]
    elif letter:
        pages, found = pages.filter(initial=letter), by_letter[letter]
    else:
        found = total
    last = max((found - 1) // PAGE_SIZE, 0)
    number = min(_number(query.get("page", "")), last)
    chosen = {"country": country, "letter": letter if not country else ""}

    def address(page: int) -> str:
        values = {key: value for key, value in chosen.items() if value}
        return f"{url}?{urlencode({**values, **({'page': page + 1} if page else {})})}"

    return Register(
        pages=list(pages[number * PAGE_SIZE : (number + 1) * PAGE_SIZE]),
        letters=[
            Choice(name, by_letter[name], f"{url}?{urlencode({'letter': name})}", name == letter)
            for name in sorted(by_letter)
        ],
        countries=sorted(
            (
                Choice(
                    countries.name(code) or code, count, f"{url}?country={code}", code == country
                )
                for code, count in by_country.items()
            ),
            key=lambda choice: (-choice.count, choice.name),
        ),
        total=total,
        found=found,
        country=countries.name(country) if country else "",
        previous_url=address(number - 1) if number else "",
        next_url=address(number + 1) if number < last else "",
        is_choice=is_choice,
    )


def _number(written: str) -> int:
    """The page from 0; the first one for rubbish."""
    return max(int(written) - 1, 0) if written.isdecimal() and len(written) < 9 else 0
