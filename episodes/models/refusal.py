"""A scheduled episode that isn't complete when its time comes."""

import logging
from typing import Any

from django.conf import settings
from django.core.mail import send_mail
from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.log_actions import log

logger = logging.getLogger(__name__)

#: How Wagtail's command names what it does, in the log of a page.
SCHEDULED = "wagtail.publish.scheduled"
REFUSED = "episodes.publish.refused"


def tell(page: Any, revision: Any, sentences: list[str]) -> None:
    """Takes the revision off the schedule, and says why in the page's history and by mail."""
    revision.approved_go_live_at = None
    revision.save(update_fields=["approved_go_live_at"])
    log(instance=page, action=REFUSED, revision=revision, data={"sentences": sentences})
    logger.error("Not published: %s (page %s): %s", page, page.pk, " ".join(sentences))
    author = revision.user or page.owner
    if author and author.email:
        subject = _("“%(title)s” could not be published") % {"title": page.draft_title}
        send_mail(
            " ".join(subject.split()),
            _mail(page, sentences),
            None,
            [author.email],
            fail_silently=True,
        )


def _mail(page: Any, sentences: list[str]) -> str:
    base = getattr(settings, "WAGTAILADMIN_BASE_URL", "")
    return "\n".join(
        [
            _("Its time had come, but something is missing. It is a draft until you publish it:"),
            "",
            *(f"- {sentence}" for sentence in sentences),
            "",
            base + reverse("wagtailadmin_pages:edit", args=[page.pk]),
        ]
    )
