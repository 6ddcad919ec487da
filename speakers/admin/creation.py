"""A new person or organisation, made while choosing: a name, a word or two, the rest later."""

from typing import Any

from django import forms
from django.apps import apps
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from speakers.forms import free_slug, plain_name
from speakers.names import folded, spellings


class NewPageForm(forms.Form):
    """Makes a draft page below the list of its kind."""

    model: str
    parent_model: str
    no_parent = ""
    fields_of_page: tuple[str, ...] = ()

    title = forms.CharField(
        label=_("Name"),
        max_length=255,
        help_text=_("The page stays a draft: fill it in and publish it later."),
    )
    parent = forms.ModelChoiceField(queryset=None, label=_("In which list"))
    is_another = forms.BooleanField(
        label=_("Make a new page all the same: it is another one with this name"), required=False
    )

    def __init__(self, *args: Any, user: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.user = user
        self.parents = self.parents_for(user)
        self.fields["parent"].queryset = Page.objects.filter(pk__in=[p.pk for p in self.parents])
        if len(self.parents) < 2:
            del self.fields["parent"]
        if "title" not in self.data or not self._namesakes(self.data["title"]):
            self.fields["is_another"].widget = forms.HiddenInput()
        self.order_fields(["title", *self.fields_of_page, "parent", "is_another"])

    @classmethod
    def page_class(cls) -> Any:
        return apps.get_model(cls.model)

    @classmethod
    def has_any_parent(cls) -> bool:
        return apps.get_model(cls.parent_model).objects.exists()

    @classmethod
    def parents_for(cls, user: Any) -> list[Page]:
        """The lists to which this user may add pages."""
        lists = apps.get_model(cls.parent_model).objects.order_by("path")
        return [page for page in lists if page.permissions_for_user(user).can_add_subpage()]

    def clean_title(self) -> str:
        return plain_name(self.cleaned_data["title"])

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if not self.parents:
            raise ValidationError(self.no_parent)
        namesakes = self._namesakes(cleaned.get("title", ""))
        if namesakes and not cleaned.get("is_another"):
            message = gettext(
                "There is a page of %(name)s already: choose it from the list, or say below that "
                "this is another one."
            )
            self.add_error("title", ValidationError(message, params={"name": namesakes[0]}))
        return cleaned

    def _namesakes(self, title: str) -> list[str]:
        wanted = folded(" ".join(title.split()))
        rows = self.page_class().objects.values_list("title", "other_spellings")
        return [
            name
            for name, others in rows
            if wanted and wanted in (folded(name), *map(folded, spellings(others)))
        ]

    @transaction.atomic
    def save(self) -> Page:
        parent = self.cleaned_data.get("parent") or self.parents[0]
        title = self.cleaned_data["title"]
        page = self.page_class()(
            title=title,
            slug=free_slug(parent, title),
            owner=self.user,
            live=False,
            has_unpublished_changes=True,
            **{name: self.cleaned_data[name] for name in self.fields_of_page},
        )
        parent.add_child(instance=page)
        page.save_revision(user=self.user, log_action=True)
        return page


class NewPersonForm(NewPageForm):
    model = "speakers.SpeakerPage"
    parent_model = "speakers.SpeakerIndexPage"
    no_parent = _(
        "There is no list of people yet. Add a page of the kind “List of people” below the home "
        "page, then come back."
    )
    fields_of_page = ("role",)

    role = forms.CharField(
        label=_("Present role"),
        max_length=255,
        required=False,
        help_text=_("As in “Judge of the Constitutional Court”."),
    )


class NewOrganisationForm(NewPageForm):
    model = "speakers.OrganisationPage"
    parent_model = "speakers.OrganisationIndexPage"
    no_parent = _(
        "There is no list of organisations yet. Add a page of the kind “List of organisations” "
        "below the home page, then come back."
    )
    fields_of_page = ("short_name",)

    short_name = forms.CharField(
        label=_("Short name"), max_length=60, required=False, help_text=_("As in “OSCE”.")
    )
