"""A step of moderation that the author can't take alone."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.models import AbstractGroupApprovalTask, Page, TaskState
from wagtail.query import SpecificQuerySetMixin


class SecondReaderTask(AbstractGroupApprovalTask):
    """Somebody of these groups reads it, but not whoever asked for it.

    The author may go on writing meanwhile, as in any other step of their group.
    """

    class Meta:
        verbose_name = _("second reader")
        verbose_name_plural = _("second readers")

    @classmethod
    def get_description(cls) -> Any:
        return _("Somebody of these groups reads it, but not whoever submitted it")

    def get_actions(self, obj: Page, user: Any) -> list[tuple[str, str, bool]]:
        state = obj.current_workflow_state
        if state and state.requested_by_id == user.pk:
            return []
        return super().get_actions(obj, user)

    def get_task_states_user_can_moderate(self, user: Any, **kwargs: Any) -> SpecificQuerySetMixin:
        states = super().get_task_states_user_can_moderate(user, **kwargs)
        own = TaskState.objects.filter(workflow_state__requested_by=user)
        return states.exclude(pk__in=own.values("pk"))
