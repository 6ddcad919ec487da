"""What this app adds to Wagtail's admin."""

from typing import Any

from django.contrib.auth.models import Permission
from django.templatetags.static import static
from django.urls import path, reverse
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.viewsets.base import ViewSet

from speakers.admin import bulk, protection_views
from speakers.admin.choosers import organisation_chooser, person_chooser
from speakers.admin.listings import OrganisationsListing, PeopleListing
from speakers.admin.signed_in import signed_in

hooks.register("register_page_header_buttons", protection_views.header_buttons)
hooks.register("register_page_listing_more_buttons", protection_views.listing_buttons)
hooks.register("register_reports_menu_item", protection_views.menu_item)
bulk.register()


@hooks.register("register_admin_viewset")
def register_viewsets() -> list[ViewSet]:
    return [
        person_chooser,
        organisation_chooser,
        PeopleListing("people"),
        OrganisationsListing("organisations"),
        protection_views.ProtectionViews("protections"),
    ]


@hooks.register("insert_editor_js")
def saving_script() -> str:
    """Of every page's editor: what is typed and pressed during a save in the background."""
    return format_html('<script src="{}" defer></script>', static("speakers/admin/saving.js"))


@hooks.register("insert_global_admin_js")
def sending_script() -> str:
    return format_html(
        '<script src="{}" data-address="{}" data-sign-in="{}" data-signed-out="{}" '
        'data-gone="{}" data-unreachable="{}" data-close="{}"></script>',
        static("speakers/admin/sending.js"),
        reverse("speakers_signed_in"),
        _("Sign in in another tab"),
        _(
            "You are signed out, so nothing was sent. What you wrote still stands here: sign in in "
            "another tab, come back and press the button once more."
        ),
        _(
            "This page was deleted meanwhile, so nothing was sent. What you wrote still stands "
            "here: copy what you need."
        ),
        _(
            "The site can’t be reached now, so nothing was sent. What you wrote still stands here: "
            "press the button once more when the line is back."
        ),
        _("Close"),
    )


@hooks.register("register_admin_urls")
def register_signed_in() -> list[Any]:
    return [path("signed-in/", signed_in, name="speakers_signed_in")]


@hooks.register("insert_global_admin_css")
def phone_style() -> str:
    """Lists have no place of their own for a style sheet."""
    return format_html('<link rel="stylesheet" href="{}">', static("speakers/admin/phone.css"))


@hooks.register("register_permissions")
def register_permissions() -> Any:
    """Offered where the permissions of a role are ticked."""
    return Permission.objects.filter(
        content_type__app_label="speakers", codename__in=["protect_person", "unseal_person"]
    )


@hooks.register("register_log_actions")
def register_log_actions(actions: Any) -> None:
    actions.register_action("speakers.protect", _("Protect"), _("Protected this person"))
    actions.register_action("speakers.unprotect", _("Bring back"), _("Brought this person back"))
