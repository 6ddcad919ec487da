"""Which state of the site's content visitors see: one row in each database."""

from django.db import models


class ContentVersion(models.Model):
    """A name for the present state; every visible change gives it another one.

    A random name, not a number: after a backup is restored, no state is taken for another.
    """

    token = models.CharField(max_length=32)
    next_change_at = models.DateTimeField(null=True)
