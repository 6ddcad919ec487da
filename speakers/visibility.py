"""The one gate between drafts and visitors."""

from typing import TypeVar

from django.db.models import CharField, Exists, ExpressionWrapper, F, OuterRef
from wagtail.models import PageViewRestriction
from wagtail.query import PageQuerySet

Pages = TypeVar("Pages", bound=PageQuerySet)


def visible(pages: Pages) -> Pages:
    """Those that any visitor may see: live, and no page from them up to the root is private.

    Wagtail's own `public()` says the same, but asks for the restrictions in a query of its own
    each time; here they are looked up inside the one that fetches the pages.
    """
    path = ExpressionWrapper(OuterRef("path"), output_field=CharField())
    restrictions = PageViewRestriction.objects.alias(below=path).filter(
        below__startswith=F("page__path")
    )
    return pages.live().filter(~Exists(restrictions))
