"""The list of tags: what they are called, where they are used, what they also answer to."""

from typing import Any

import django_filters
from anyascii import anyascii
from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.db.models import Count, QuerySet
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.panels import FieldPanel, ObjectList, Panel, TitleFieldPanel
from wagtail.admin.ui.tables import Column, NumberColumn
from wagtail.admin.widgets import AdminAutoHeightTextInput
from wagtail.snippets.views.snippets import IndexView, SnippetViewSet

from episodes.formats import text
from episodes.models import EpisodeTag
from speakers.admin.exports import ListExportMixin
from speakers.admin.listings import FoldedSearchMixin
from speakers.languages import in_language
from speakers.names import spellings

TRANSLATED = (("name", _("Name %(language)s")), ("description", _("Description %(language)s")))


def other_languages() -> list[tuple[str, str]]:
    """Codes of the languages that pages are translated into, with "in Czech" and the like."""
    if not getattr(settings, "WAGTAIL_I18N_ENABLED", False):
        return []
    codes = [code for code, _name in settings.WAGTAIL_CONTENT_LANGUAGES]
    return [(code, in_language(code)) for code in codes if code != settings.LANGUAGE_CODE]


class TranslationsPanel(Panel):
    """The tag's words in each other language; nothing where the site has one language."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "episodes/panels/tag_translations.html"

        def is_shown(self) -> bool:
            return bool(other_languages())

        def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
            names = [
                f"{field}_{code}"
                for code, _language in other_languages()
                for field, _l in TRANSLATED
            ]
            context = super().get_context_data(parent_context)
            return {**context, "rows": [self.form[name] for name in names]}


class TagForm(WagtailAdminModelForm):
    """Keeps names apart that only differ in case or accents, and addresses in plain letters."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["slug"].required = False
        self.fields["slug"].help_text = _(
            "The topic's address, in plain letters. Made from the name when left empty."
        )
        for code, language in other_languages():
            said = (self.instance.translations or {}).get(code) or {}
            for field, label in TRANSLATED:
                self.fields[f"{field}_{code}"] = forms.CharField(
                    label=label % {"language": language},
                    required=False,
                    max_length=100 if field == "name" else None,
                    initial=said.get(field, ""),
                    widget=forms.TextInput if field == "name" else AdminAutoHeightTextInput,
                )

    def clean_name(self) -> str:
        name = text.clean(self.cleaned_data["name"])
        if not name:
            raise ValidationError(_("Write a name: this one has no visible letters."))
        others = EpisodeTag.objects.exclude(pk=self.instance.pk).values_list("name", flat=True)
        twin = next((other for other in others if text.fold(other) == text.fold(name)), None)
        if twin:
            message = _("There is a tag “%(name)s” already.")
            raise ValidationError(message, params={"name": twin})
        return name

    def save(self, commit: bool = True) -> Any:
        kept = dict(self.instance.translations or {})
        for code, _language in other_languages():
            said = {
                field: text.clean(self.cleaned_data.get(f"{field}_{code}") or "")
                for field, _label in TRANSLATED
            }
            kept[code] = {field: words for field, words in said.items() if words}
        self.instance.translations = {code: said for code, said in kept.items() if said}
        return super().save(commit)

    def clean_slug(self) -> str:
        # The public address takes plain letters only.
        name = self.cleaned_data.get("name") or ""
        return slugify(anyascii(self.cleaned_data.get("slug") or name)) or "tag"


class TagFilters(WagtailFilterSet):
    """Tags that nothing carries are where tidying up begins."""

    used = django_filters.ChoiceFilter(
        label=_("Used"),
        choices=[("no", _("By no episode")), ("once", _("By one alone"))],
        method="used_so_often",
        empty_label=_("All"),
    )

    class Meta:
        model = EpisodeTag
        fields: list[str] = []

    def used_so_often(self, tags: Any, _name: str, value: str) -> Any:
        counted = EpisodeTag.objects.annotate(carried=Count("tagged_episodes"))
        found = counted.filter(carried=1 if value == "once" else 0)
        return tags.filter(pk__in=found.values("pk"))


class TagsIndexView(ListExportMixin, FoldedSearchMixin, IndexView):
    exported = {
        "name": (_("Name"), lambda tag: tag.name),
        "episodes": (_("Episodes"), lambda tag: tag.uses),
        "other_names": (_("Other names"), lambda tag: other_names(tag)),
        "address": (_("Address"), lambda tag: tag.slug),
        "description": (_("Description"), lambda tag: tag.description),
    }

    def get_base_queryset(self) -> QuerySet[EpisodeTag]:
        return super().get_base_queryset().annotate(uses=Count("tagged_episodes"))


def other_names(tag: EpisodeTag) -> str:
    return ", ".join(spellings(tag.other_names))


class TagViewSet(SnippetViewSet):
    model = EpisodeTag
    icon = "tag"
    menu_label = _("Tags")
    menu_order = 140
    add_to_admin_menu = True
    index_view_class = TagsIndexView
    filterset_class = TagFilters
    list_per_page = 50
    export_filename = "tags"
    ordering = "name"
    list_display = [
        "name",
        NumberColumn("uses", label=_("Episodes"), accessor="uses", sort_key="uses", width="12%"),
        Column("other_names", label=_("Other names"), accessor=other_names),
        Column("slug", label=_("Address"), accessor="slug"),
    ]
    edit_handler = ObjectList(
        [
            TitleFieldPanel("name", targets=["slug"], placeholder=_("Name of the tag*")),
            FieldPanel("slug", heading=_("Address")),
            FieldPanel("description"),
            FieldPanel("other_names"),
            TranslationsPanel(heading=_("In other languages")),
        ],
        base_form_class=TagForm,
    )
