"""What lists of people and organisations tell besides the name."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column


def _today(page: Any) -> str:
    countries = (country.name for country in page.countries)
    parts = (page.role, page.organisation and page.organisation.title, ", ".join(countries))
    return " · ".join(part for part in parts if part)


#: For a narrow window: all in one.
OF_A_PERSON_IN_BRIEF = [Column("today", label=_("Today"), accessor=_today)]

OF_A_PERSON = [
    Column("role", label=_("Present role"), accessor="role"),
    Column("organisation", label=_("Organisation"), accessor=lambda page: page.organisation or ""),
    Column(
        "countries",
        label=_("Countries"),
        accessor=lambda page: ", ".join(country.name for country in page.countries),
    ),
]

OF_AN_ORGANISATION = [
    Column("short_name", label=_("Short name"), accessor="short_name"),
    Column("kind", label=_("Kind"), accessor="get_kind_display"),
    Column("country", label=_("Country"), accessor=lambda page: page.country.name or ""),
]


def _kind(page: Any) -> str:
    parts = (page.short_name, page.get_kind_display(), page.country.name)
    return " · ".join(part for part in parts if part)


OF_AN_ORGANISATION_IN_BRIEF = [Column("kind", label=_("What it is"), accessor=_kind)]
