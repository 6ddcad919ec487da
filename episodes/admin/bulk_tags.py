"""A tag for many episodes at once."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from wagtail.admin.forms.tags import TagField
from wagtail.admin.views.pages.bulk_actions.page_bulk_action import PageBulkAction
from wagtail.models import Page

from episodes.formats import text
from episodes.models import EpisodePage, EpisodeTag
from episodes.models.episode_panels import TagsWidget
from speakers.admin.bulk import OfTheListMixin


class TagsForm(forms.Form):
    tags = TagField(label=_("Tags"), tag_model=EpisodeTag, widget=TagsWidget)

    def clean_tags(self) -> list[str]:
        names = [text.clean(name) for name in self.cleaned_data["tags"]]
        known = EpisodeTag.known_as(names)
        return list(dict.fromkeys(known.get(name, name) for name in names if name))


class AddTags(OfTheListMixin, PageBulkAction):
    """Adds tags to the newest draft of each; what was published as it is, is published again."""

    display_name = _("Add tags")
    action_type = "add_tags"
    aria_label = _("Add tags to the selected episodes")
    template_name = "episodes/admin/add_tags.html"
    form_class = TagsForm

    def check_perm(self, page: Page) -> bool:
        permissions = page.permissions_for_user(self.request.user)
        is_episode = issubclass(page.specific_class or Page, EpisodePage)
        return is_episode and permissions.can_edit() and not permissions.page_locked()

    def get_execution_context(self) -> dict[str, Any]:
        names = self.cleaned_form.cleaned_data["tags"]
        return {**super().get_execution_context(), "names": names}

    @classmethod
    def execute_action(
        cls, objects: list[Page], user: Any = None, names: Any = (), **kwargs: Any
    ) -> tuple[int, int]:
        changed = 0
        for page in EpisodePage.objects.filter(pk__in=[page.pk for page in objects]):
            draft = page.get_latest_revision_as_object()
            there = {tag.name for tag in draft.tags.all()}
            if there.issuperset(names):
                continue
            as_published = page.live and not page.has_unpublished_changes
            draft.tags.add(*names)
            revision = draft.save_revision(user=user, log_action=True)
            if as_published and page.permissions_for_user(user).can_publish():
                revision.publish(user=user)
            changed += 1
        return changed, 0

    def get_success_message(self, num_parent_objects: int, num_child_objects: int) -> str:
        return ngettext(
            "%(count)s episode was changed.",
            "%(count)s episodes were changed.",
            num_parent_objects,
        ) % {"count": num_parent_objects}
