"""What lists of people and organisations tell besides the name."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column

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
