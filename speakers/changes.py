"""What visitors see has changed, and Django's own signals did not tell.

Whoever writes with `queryset.update`, `bulk_create` or SQL calls `announce` afterwards; a site
that keeps pages listens to `content_changed`. Saving and deleting objects needs no such call.
"""

from django.dispatch import Signal

content_changed = Signal()


def announce() -> None:
    """Tell that something visible was changed; once for a whole batch, inside its transaction."""
    content_changed.send(sender=None)
