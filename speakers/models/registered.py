"""What lists of names count: letters and countries of the pages that visitors may see.

Derived from the pages, kept true by `speakers.register_counts`; nobody else writes here.
"""

from django.db import models


class RegisteredPage(models.Model):
    """A person or an organisation that any visitor may see, as its list counts it.

    `countries` are codes with commas between them.
    """

    page = models.OneToOneField(
        "wagtailcore.Page", on_delete=models.CASCADE, primary_key=True, related_name="+"
    )
    folder = models.ForeignKey("wagtailcore.Page", on_delete=models.CASCADE, related_name="+")
    initial = models.CharField(max_length=1)
    countries = models.TextField(blank=True)

    wagtail_reference_index_ignore = True

    class Meta:
        default_permissions = ()


class RegisterCount(models.Model):
    """How many pages of a folder stand under a letter, or come from a country."""

    class Kind(models.TextChoices):
        LETTER = "letter"
        COUNTRY = "country"

    folder = models.ForeignKey(
        "wagtailcore.Page", on_delete=models.CASCADE, related_name="+", db_index=False
    )
    kind = models.CharField(max_length=12, choices=Kind.choices)
    value = models.CharField(max_length=2)
    count = models.PositiveIntegerField(default=0)

    wagtail_reference_index_ignore = True

    class Meta:
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(fields=["folder", "kind", "value"], name="register_count_once")
        ]
