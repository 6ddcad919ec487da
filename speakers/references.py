"""Where a page is used: Wagtail's index of references, written once for each save."""

from collections.abc import Iterator
from contextlib import contextmanager

from wagtail.models import Page


@contextmanager
def references_at_the_end(page: Page) -> Iterator[None]:
    """Inside, the page and its rows are saved; afterwards its references are written once.

    Left alone, Wagtail reads and compares the references of the whole page again for the page
    itself and for every row of it that is saved: ten times for an episode of four guests.
    """
    from wagtail import signal_handlers  # asks for models when it is imported

    if getattr(signal_handlers.reference_index_auto_update_disabled, "value", False):
        yield
        return
    with signal_handlers.disable_reference_index_auto_update():
        yield
    signal_handlers.update_reference_index_on_save(page)
