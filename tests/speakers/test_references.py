"""Where people are used is written down once for each save, and true afterwards."""

from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import ReferenceIndex

from tests import factories


def test_save_reads_the_references_once_however_many_guests(series, people):
    guests = factories.SpeakerPageFactory.create_batch(5, parent=people)

    def asked(count: int) -> int:
        page = factories.episode(series, guests[:count])
        with CaptureQueriesContext(connection) as captured:
            page.save_revision().publish()
        table = ReferenceIndex._meta.db_table
        return sum(f'FROM "{table}"' in query["sql"] for query in captured)

    assert asked(5) == asked(1)


def test_guest_who_is_taken_out_is_used_no_more(series, people):
    guests = factories.SpeakerPageFactory.create_batch(2, parent=people)
    page = factories.episode(series, guests)
    page.appearances = [row for row in page.appearances.all() if row.speaker_id == guests[0].pk]
    page.save()
    users = [ReferenceIndex.get_references_to(guest).count() for guest in guests]
    assert users == [1, 0]
