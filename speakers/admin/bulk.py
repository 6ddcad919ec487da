"""What is done with chosen rows: all in a list are those that it shows, and no others."""

from copy import copy
from typing import Any
from urllib.parse import urlsplit

from django.http import HttpRequest, QueryDict
from django.urls import Resolver404, resolve
from wagtail import hooks
from wagtail.admin.views.bulk_action import BulkAction
from wagtail.admin.views.generic.base import BaseListingView
from wagtail.admin.views.pages import bulk_actions as of_pages
from wagtail.documents.views import bulk_actions as of_documents
from wagtail.images.views import bulk_actions as of_images
from wagtail.snippets.bulk_actions.delete import DeleteBulkAction as DeleteSnippets

OF_WAGTAIL: tuple[type[BulkAction], ...] = (
    of_pages.DeleteBulkAction,
    of_pages.MoveBulkAction,
    of_pages.PublishBulkAction,
    of_pages.UnpublishBulkAction,
    of_images.AddTagsBulkAction,
    of_images.AddToCollectionBulkAction,
    of_images.DeleteBulkAction,
    of_documents.AddTagsBulkAction,
    of_documents.AddToCollectionBulkAction,
    of_documents.DeleteBulkAction,
    DeleteSnippets,
)


class OfTheListMixin:
    """Without it "all in the list" are all that there are, whatever the list is narrowed to."""

    request: HttpRequest
    next_url: str

    def get_all_objects_in_listing_query(self, _parent_id: Any) -> list[Any]:
        return keys_in_list(self.next_url, self.request)


def keys_in_list(address: str, request: HttpRequest) -> list[Any]:
    """Of all rows of the list at this address, on every page of it; none of what is no list."""
    parts = urlsplit(address)
    try:
        found = resolve(parts.path)
    except Resolver404:
        return []
    asked = copy(request)
    asked.method = "GET"
    asked.GET = QueryDict(parts.query, mutable=True)
    asked.GET.pop(BaseListingView.page_kwarg, None)
    answer = found.func(asked, *found.args, **found.kwargs)
    view = (getattr(answer, "context_data", None) or {}).get("view")
    return [row.pk for row in view.object_list] if isinstance(view, BaseListingView) else []


def register() -> None:
    """Later than Wagtail's own of the same names, whatever the order of the apps."""
    for action in OF_WAGTAIL:
        ours = type(action.__name__, (OfTheListMixin, action), {})
        hooks.register("register_bulk_action", ours, order=1)
