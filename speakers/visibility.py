"""The one gate between drafts and visitors."""

from typing import TypeVar

from django.db.models import CharField, Exists, ExpressionWrapper, F, OuterRef, Subquery
from wagtail.models import Page, PageViewRestriction
from wagtail.query import PageQuerySet

Pages = TypeVar("Pages", bound=PageQuerySet)


def visible(pages: Pages) -> Pages:
    """Those that any visitor may see: live, and no page from them up to the root is private.

    Wagtail's own `public()` says the same, but asks for the restrictions in a query of its own
    each time; here they are looked up inside the one that fetches the pages.
    """
    path = ExpressionWrapper(OuterRef("path"), output_field=CharField())
    # Not as a join: SQLite would begin with all pages of the site, for each page asked about.
    private = Subquery(Page.objects.filter(pk=OuterRef("page_id")).order_by().values("path"))
    restrictions = PageViewRestriction.objects.alias(below=path, private=private).filter(
        below__startswith=F("private")
    )
    return pages.live().filter(~Exists(restrictions))
