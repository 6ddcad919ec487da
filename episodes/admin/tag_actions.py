"""What is done to several tags at once, and how a tag is found while one types."""

from typing import Any

from django import forms
from django.http import HttpRequest, JsonResponse
from django.utils.functional import classproperty
from django.utils.translation import gettext_lazy, ngettext
from wagtail.snippets.bulk_actions.snippet_bulk_action import SnippetBulkAction

from episodes.authoring import tag_merge
from episodes.models import EpisodeTag
from speakers.admin.bulk import OfTheListMixin
from speakers.names import folded

OFFERED = 10


class MergeForm(forms.Form):
    """Which of the chosen tags stays."""

    kept = forms.ModelChoiceField(
        label=gettext_lazy("The tag that stays"),
        queryset=EpisodeTag.objects.none(),
        widget=forms.RadioSelect,
        empty_label=None,
    )


class MergeTags(OfTheListMixin, SnippetBulkAction):
    """Several tags become one, after a look at what changes."""

    display_name = gettext_lazy("Merge")
    action_type = "merge"
    aria_label = gettext_lazy("Merge the selected tags")
    template_name = "episodes/admin/merge_tags.html"
    form_class = MergeForm

    @classproperty
    def models(cls) -> list[type]:  # noqa: N805 - what classproperty hands over
        return [EpisodeTag]

    def check_perm(self, tag: EpisodeTag) -> bool:
        user = self.request.user
        return self.permission_policy.user_has_permission_for_instance(user, "delete", tag)

    def get_form(self, form_class: Any = None) -> forms.Form:
        form = super().get_form(form_class)
        chosen, _others = self.get_actionable_objects()
        keys = [tag.pk for tag in chosen]
        form.fields["kept"].queryset = EpisodeTag.objects.filter(pk__in=keys)
        form.fields["kept"].initial = max(
            chosen, key=lambda tag: tag.tagged_episodes.count(), default=None
        )
        return form

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        chosen, _others = self.get_actionable_objects()
        previews = [tag_merge.preview(tag, chosen) for tag in chosen]
        return super().get_context_data(previews=previews, **kwargs)

    def get_execution_context(self) -> dict[str, Any]:
        kept = self.cleaned_form.cleaned_data["kept"]
        return {**super().get_execution_context(), "kept": kept, "user": self.request.user}

    @classmethod
    def execute_action(
        cls, objects: list[EpisodeTag], kept: Any = None, user: Any = None, **kwargs: Any
    ) -> tuple[int, int]:
        return len(objects), tag_merge.merge(kept, objects, user)

    def get_success_message(self, num_parent_objects: int, num_child_objects: int) -> str:
        kept = self.cleaned_form.cleaned_data["kept"]
        return ngettext(
            "“%(name)s” is what is left; %(count)s episode was changed.",
            "“%(name)s” is what is left; %(count)s episodes were changed.",
            num_child_objects,
        ) % {"name": kept.name, "count": num_child_objects}


def autocomplete(request: HttpRequest) -> JsonResponse:
    """Names of tags that begin like `term`, whatever its case and accents; also by other names."""
    term = folded(request.GET.get("term", "").strip())
    found = []
    for tag in EpisodeTag.objects.order_by("name") if term else []:
        words = [word for name in tag.names for word in (folded(name), *folded(name).split())]
        if any(word.startswith(term) for word in words):
            # Those whose own name begins so come first.
            found.append((not folded(tag.name).startswith(term), tag.name))
    return JsonResponse([name for _rank, name in sorted(found)[:OFFERED]], safe=False)
