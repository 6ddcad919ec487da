"""What this app adds to Wagtail's admin."""

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
