"""What this app adds to Wagtail's admin."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.viewsets.base import ViewSet

from speakers.admin.choosers import organisation_chooser, person_chooser
from speakers.admin.listings import OrganisationsListing, PeopleListing


@hooks.register("register_admin_viewset")
def register_viewsets() -> list[ViewSet]:
    return [
        person_chooser,
        organisation_chooser,
        PeopleListing("people"),
        OrganisationsListing("organisations"),
    ]


@hooks.register("register_log_actions")
def register_log_actions(actions: Any) -> None:
    actions.register_action("speakers.protect", _("Protect"), _("Protected this person"))
    actions.register_action("speakers.unprotect", _("Bring back"), _("Brought this person back"))
