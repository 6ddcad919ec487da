"""The lists of people and organisations in the admin's menu."""

from collections.abc import Callable
from typing import Any

import django_filters
from django.db.models import Q, QuerySet
from django.forms import RadioSelect
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django_countries import countries
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import DateColumn
from wagtail.admin.ui.tables.pages import BulkActionsColumn, PageStatusColumn, PageTitleColumn
from wagtail.admin.views.pages.listing import IndexView
from wagtail.admin.viewsets.pages import PageListingViewSet
from wagtail.images import get_image_model
from wagtail.models import Locale, Page
from wagtail.search.backends import get_search_backend

from speakers.models import OrganisationPage, SpeakerPage

from . import columns, uses
from .exports import ListExportMixin
from .search import plain_words

LAST_COLUMNS = [
    DateColumn(
        "latest_revision_created_at",
        label=_("Updated"),
        sort_key="latest_revision_created_at",
        width="12%",
    ),
    PageStatusColumn("status", label=_("Status"), sort_key="live", width="12%"),
]


class FoldedSearchMixin:
    """A list that finds "Petříček" for "petricek"."""

    def search_queryset(self, queryset: QuerySet[Any]) -> Any:
        if not self.is_searching:
            return queryset
        return get_search_backend().autocomplete(
            plain_words(self.search_query),
            queryset,
            order_by_relevance=not self.is_explicitly_ordered,
        )


class PagesIndexView(ListExportMixin, FoldedSearchMixin, IndexView):
    results_template_name = "speakers/admin/list_results.html"

    @cached_property
    def show_locale_labels(self) -> bool:
        return Locale.objects.count() > 1


class LiveFilter(django_filters.ChoiceFilter):
    """Published pages, or those that only staff see."""

    def __init__(self) -> None:
        choices = [("live", _("Published")), ("draft", _("Draft, not published"))]
        super().__init__(
            label=_("Status"),
            choices=choices,
            empty_label=_("All"),
            widget=RadioSelect,
            method=self._narrow,
        )

    def _narrow(self, pages: QuerySet[Page], _name: str, value: str) -> QuerySet[Page]:
        return pages.filter(live=value == "live")


def used_countries(model: type[Page], field: str) -> Any:
    """Choices for a filter: the countries that pages have, by name."""

    def choices() -> list[tuple[str, str]]:
        rows = model._default_manager.order_by().values_list(field, flat=True).distinct()
        codes = {code for row in rows for code in str(row or "").split(",") if code}
        return sorted(
            ((code, str(countries.name(code))) for code in codes), key=lambda choice: choice[1]
        )

    return choices


def with_country(model: type[Page], field: str) -> Any:
    def narrow(_filters: Any, pages: QuerySet[Page], _name: str, code: str) -> QuerySet[Page]:
        # A subquery: the search refuses to filter by fields that it doesn't index.
        found = model._default_manager.filter(**{f"{field}__contains": code})
        return pages.filter(pk__in=found.values("pk"))

    return narrow


def has_credit(model: type[Any]) -> bool:
    """Whether the host's image model knows who made a picture."""
    return any(field.name == "credit" for field in model._meta.get_fields())


class LacksFilter(django_filters.ChoiceFilter):
    """Pages that lack something; `lacking` says how that looks in the database."""

    def __init__(self, model: type[Page], lacking: Callable[[], dict[str, tuple[Any, Q]]]) -> None:
        self._model, self._lacking = model, lacking
        super().__init__(
            label=_("Lacks"),
            choices=lambda: [(key, label) for key, (label, _how) in lacking().items()],
            empty_label=_("All"),
            method=self._narrow,
        )

    def _narrow(self, pages: QuerySet[Page], _name: str, value: str) -> QuerySet[Page]:
        found = self._model._default_manager.filter(self._lacking()[value][1])
        return pages.filter(pk__in=found.values("pk"))


def _lacking_of_a_person() -> dict[str, tuple[Any, Q]]:
    lacking = {
        "portrait": (_("Portrait"), Q(portrait=None)),
        "credit": (_("Credit of the portrait"), Q(portrait__isnull=False, portrait__credit="")),
        "summary": (_("The one sentence"), Q(summary="")),
        "biography": (_("Biography"), Q(biography="")),
        "role": (_("Present role"), Q(role="")),
    }
    if not has_credit(get_image_model()):
        del lacking["credit"]
    return lacking


def _lacking_of_an_organisation() -> dict[str, tuple[Any, Q]]:
    return {
        "logo": (_("Logo"), Q(logo=None)),
        "website": (_("Website"), Q(website="")),
        "description": (_("Description"), Q(description="")),
        "country": (_("Country"), Q(country="")),
    }


class PeopleFilters(WagtailFilterSet):
    live = LiveFilter()
    lacks = LacksFilter(SpeakerPage, _lacking_of_a_person)
    country = django_filters.ChoiceFilter(
        label=_("Country"),
        choices=used_countries(SpeakerPage, "countries"),
        method="in_country",
        empty_label=_("All"),
    )

    in_country = with_country(SpeakerPage, "countries")

    class Meta:
        model = SpeakerPage
        fields: list[str] = []


def status(page: Page) -> str:
    return str(page.status_string)


def address(page: Page) -> str:
    """Where visitors find it; nothing for a draft."""
    return page.full_url or "" if page.live else ""


class CountedIndexView(PagesIndexView):
    """With the number of episodes and the newest day in the spreadsheet, too."""

    counted = {"episodes": _("Episodes"), "last": _("Last episode")}

    @property
    def list_export(self) -> list[str]:
        return [*super().list_export, *self.counted]

    def get_heading(self, queryset: Any, field: str) -> str:
        counted = self.counted.get(field)
        return str(counted) if counted else super().get_heading(queryset, field)

    @cached_property
    def uses(self) -> dict[int, uses.Use]:
        keys = list(self.model._default_manager.values_list("pk", flat=True))
        return uses.of(self.model, keys)

    def to_row_dict(self, item: Any) -> dict[str, Any]:
        use = self.uses.get(item.pk, uses.Use())
        row = {"episodes": use.count, "last": uses.last_day(use)}
        return super().to_row_dict(item) | row


class PeopleIndexView(CountedIndexView):
    add_item_label = _("Add a person")
    exported = {
        "name": (_("Name"), lambda page: page.title),
        "sort_name": (_("Name for sorting"), lambda page: page.sort_name),
        "role": (_("Present role"), lambda page: page.role),
        "organisation": (_("Organisation"), lambda page: str(page.organisation or "")),
        "countries": (
            _("Countries"),
            lambda page: ", ".join(country.name for country in page.countries),
        ),
        "status": (_("Status"), status),
        "address": (_("Address"), address),
    }

    def annotate_queryset(self, pages: Any) -> Any:
        return super().annotate_queryset(pages).prefetch_related("organisation")


class PeopleListing(PageListingViewSet):
    model = SpeakerPage
    name = export_filename = "people"
    menu_label = _("People")
    icon = "group"
    menu_order = 120
    add_to_admin_menu = True
    ordering = "sort_name"
    list_per_page = 50
    index_view_class = PeopleIndexView
    filterset_class = PeopleFilters
    columns = [
        BulkActionsColumn("bulk_actions"),
        PageTitleColumn("title", label=_("Name"), sort_key="sort_name"),
        *columns.OF_A_PERSON,
        uses.UsesColumn(SpeakerPage),
        *LAST_COLUMNS,
    ]


class OrganisationFilters(WagtailFilterSet):
    live = LiveFilter()
    lacks = LacksFilter(OrganisationPage, _lacking_of_an_organisation)
    kind = django_filters.ChoiceFilter(
        label=_("Kind"),
        choices=OrganisationPage.Kind.choices,
        method="of_kind",
        empty_label=_("All"),
    )
    country = django_filters.ChoiceFilter(
        label=_("Country"),
        choices=used_countries(OrganisationPage, "country"),
        method="in_country",
        empty_label=_("All"),
    )

    in_country = with_country(OrganisationPage, "country")

    def of_kind(self, pages: QuerySet[Page], _name: str, kind: str) -> QuerySet[Page]:
        return pages.filter(pk__in=OrganisationPage.objects.filter(kind=kind).values("pk"))

    class Meta:
        model = OrganisationPage
        fields: list[str] = []


class OrganisationsIndexView(CountedIndexView):
    add_item_label = _("Add an organisation")
    exported = {
        "name": (_("Name"), lambda page: page.title),
        "short_name": (_("Short name"), lambda page: page.short_name),
        "kind": (_("Kind"), lambda page: str(page.get_kind_display())),
        "country": (_("Country"), lambda page: page.country.name or ""),
        "website": (_("Website"), lambda page: page.website),
        "status": (_("Status"), status),
        "address": (_("Address"), address),
    }


class OrganisationsListing(PageListingViewSet):
    model = OrganisationPage
    name = export_filename = "organisations"
    menu_label = _("Organisations")
    icon = "site"
    menu_order = 130
    add_to_admin_menu = True
    ordering = "title"
    list_per_page = 50
    index_view_class = OrganisationsIndexView
    filterset_class = OrganisationFilters
    columns = [
        BulkActionsColumn("bulk_actions"),
        PageTitleColumn("title", label=_("Name"), sort_key="title"),
        *columns.OF_AN_ORGANISATION,
        uses.UsesColumn(OrganisationPage),
        *LAST_COLUMNS,
    ]
