"""Choosing a person or an organisation: a list to search, and a tab to make a new one.

Models are named in strings: blocks of other apps use these choosers while models are loading.
"""

from typing import Any

from django.core.exceptions import ObjectDoesNotExist
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms.choosers import BaseFilterForm, LocaleFilterMixin, SearchFilterMixin
from wagtail.admin.ui.tables import Column, LiveStatusTagColumn
from wagtail.admin.views.generic import chooser
from wagtail.admin.viewsets.chooser import ChooserViewSet
from wagtail.admin.widgets import BaseChooser
from wagtail.models import Locale, Page

from . import columns
from .creation import NewOrganisationForm, NewPersonForm
from .search import plain_words


class FoldedSearch(SearchFilterMixin, BaseFilterForm):
    """Finds "Petříček" for "petricek" and for each of the other spellings of the name."""

    def filter(self, objects: Any) -> Any:
        words = self.cleaned_data.get("q")
        if words:
            self.cleaned_data["q"] = plain_words(words)
        found = super().filter(objects)
        if words:
            # Also where no plain word was left of it: nothing is found then.
            self.is_searching, self.search_query = True, words
        return found if not words or self.cleaned_data["q"] else found.none()


class FoldedSearchInLocale(LocaleFilterMixin, FoldedSearch):
    pass


class PageList:
    """What the list of the chooser and its search results share."""

    per_page = 15
    details: list[Column] = []

    @cached_property
    def i18n_enabled(self) -> bool:
        return Locale.objects.count() > 1

    def get_filter_form_class(self) -> type[BaseFilterForm]:
        return FoldedSearchInLocale if self.i18n_enabled else FoldedSearch

    def get_object_list(self) -> Any:
        # What the status of a page depends on, for all rows at once.
        return self.model_class.objects.prefetch_workflow_states().annotate_approved_schedule()

    @property
    def columns(self) -> list[Column]:
        return [*super().columns, *self.details, LiveStatusTagColumn(sort_key=None)]

    @property
    def title_column(self) -> Column:
        column = super().title_column
        column.label = _("Name")
        column.width = "40%"
        return column


class Creation:
    """The tab "New…": a draft page below one of the lists that this user may add to."""

    creation_form_template_name = "speakers/admin/new_page.html"

    def can_create(self) -> bool:
        form = self.get_creation_form_class()
        # Where no list exists at all the tab says how to make one.
        return bool(form.parents_for(self.request.user)) or not form.has_any_parent()

    def get_creation_form_kwargs(self) -> dict[str, Any]:
        # The page behind the window has fields of the same names, and labels find them by id.
        kwargs = {"user": self.request.user, "auto_id": "id_new_page_%s"}
        return {**super().get_creation_form_kwargs(), **kwargs}


class Chosen:
    def get_display_title(self, page: Page) -> str:
        return page.get_admin_display_title()


class PeopleList(PageList):
    ordering = "sort_name"
    details = columns.OF_A_PERSON_IN_BRIEF

    def get_object_list(self) -> Any:
        return super().get_object_list().select_related("organisation").defer("biography")


class OrganisationsList(PageList):
    ordering = "title"
    details = columns.OF_AN_ORGANISATION_IN_BRIEF

    def get_object_list(self) -> Any:
        return super().get_object_list().defer("description")


class ChoosePerson(PeopleList, Creation, chooser.ChooseView):
    pass


class ChoosePersonResults(PeopleList, Creation, chooser.ChooseResultsView):
    pass


class ChooseOrganisation(OrganisationsList, Creation, chooser.ChooseView):
    pass


class ChooseOrganisationResults(OrganisationsList, Creation, chooser.ChooseResultsView):
    pass


class ChosenPersonData(Chosen):
    def get_chosen_response_data(self, page: Any) -> dict[str, Any]:
        """Also who they are at present: forms about a certain day begin with it."""
        countries = [country.code for country in page.countries]
        organisation = page.organisation
        present = {
            "honorific": page.honorific,
            "role": page.role,
            "country": countries[0] if len(countries) == 1 else "",
            "organisation": organisation and super().get_chosen_response_data(organisation),
        }
        return {**super().get_chosen_response_data(page), "present": present}


class ChosenPerson(ChosenPersonData, chooser.ChosenView):
    pass


class ChosenPeople(ChosenPersonData, chooser.ChosenMultipleView):
    pass


class NewPerson(Creation, ChosenPersonData, chooser.CreateView):
    pass


class ChosenOrganisation(Chosen, chooser.ChosenView):
    pass


class ChosenOrganisations(Chosen, chooser.ChosenMultipleView):
    pass


class NewOrganisation(Creation, Chosen, chooser.CreateView):
    pass


class CarefulChooser(BaseChooser):
    """Shows nothing as chosen where the hidden field came back as rubbish; its form says so."""

    def get_value_data(self, value: Any) -> Any:
        try:
            return super().get_value_data(value)
        except (ValueError, TypeError, OverflowError, ObjectDoesNotExist):
            return None


class PageChooserViewSet(ChooserViewSet):
    base_widget_class = CarefulChooser
    search_tab_label = _("Choose from the list")
    create_action_label = _("Make a draft and choose it")


class PersonChooserViewSet(PageChooserViewSet):
    model = "speakers.SpeakerPage"
    icon = "user"
    choose_one_text = _("Choose a person")
    choose_another_text = _("Choose another person")
    edit_item_text = _("Edit this person")
    creation_tab_label = _("New person")
    creation_form_class = NewPersonForm
    choose_view_class = ChoosePerson
    choose_results_view_class = ChoosePersonResults
    chosen_view_class = ChosenPerson
    chosen_multiple_view_class = ChosenPeople
    create_view_class = NewPerson


class OrganisationChooserViewSet(PageChooserViewSet):
    model = "speakers.OrganisationPage"
    icon = "site"
    choose_one_text = _("Choose an organisation")
    choose_another_text = _("Choose another organisation")
    edit_item_text = _("Edit this organisation")
    creation_tab_label = _("New organisation")
    creation_form_class = NewOrganisationForm
    choose_view_class = ChooseOrganisation
    choose_results_view_class = ChooseOrganisationResults
    chosen_view_class = ChosenOrganisation
    chosen_multiple_view_class = ChosenOrganisations
    create_view_class = NewOrganisation


person_chooser = PersonChooserViewSet("person_chooser")
organisation_chooser = OrganisationChooserViewSet("organisation_chooser")

PersonChooserBlock = person_chooser.get_block_class(
    name="PersonChooserBlock", module_path="speakers.admin.choosers"
)
