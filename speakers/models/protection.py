"""The record of a protection: who, when, why and how much; names are sealed in it."""

from typing import Any

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from .speaker import SpeakerPage


class Protection(models.Model):
    """One person who was taken out of sight, or is about to be.

    No column but `sealed` tells who it is. `sealed` is emptied when somebody decides that there
    shall be no way back.
    """

    class Kind(models.TextChoices):
        PSEUDONYM = "pseudonym", _("Give them another name")
        WITHDRAW = "withdraw", _("Withdraw them")

    class State(models.TextChoices):
        SEARCHING = "searching", _("being looked for")
        READY = "ready", _("waits for a decision")
        DONE = "done", _("protected")
        RESTORED = "restored", _("brought back")

    wagtail_reference_index_ignore = True

    person = models.ForeignKey(
        SpeakerPage, null=True, on_delete=models.SET_NULL, related_name="+", db_constraint=False
    )
    kind = models.CharField(_("what is done"), max_length=20, choices=Kind.choices)
    state = models.CharField(max_length=20, choices=State.choices, default=State.SEARCHING)
    pseudonym = models.CharField(_("the name instead"), max_length=120)
    options = models.JSONField(default=dict, help_text="What is kept and taken out; see `case`.")
    reason = models.TextField(_("reason"), blank=True)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    created_at = models.DateTimeField(auto_now_add=True)
    done_at = models.DateTimeField(null=True)
    restored_at = models.DateTimeField(null=True)
    restored_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    seal_deleted_at = models.DateTimeField(null=True)
    seal_deleted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    progress = models.JSONField(default=dict, help_text="How far the search is.")
    counts = models.JSONField(default=dict, help_text="Places that were changed, by group.")
    remarks = models.JSONField(default=list, help_text="Keys of places that were not restored.")
    checklist = models.JSONField(default=list, help_text="What staff have seen to elsewhere.")
    sealed = models.TextField(blank=True)
    waiting_files = models.TextField(
        blank=True, help_text="Sealed: files that have yet to be deleted."
    )

    class Meta:
        ordering = ["-created_at", "-pk"]
        default_permissions = ()
        permissions = [
            ("protect_person", "Can protect a person in danger"),
            ("unseal_person", "Can bring a protected person back"),
        ]
        verbose_name = _("protection")
        verbose_name_plural = _("protections")

    def __str__(self) -> str:
        return self.pseudonym or str(self.pk)


class FoundPlace(models.Model):
    """A column of a row in which the person was found, by name or by their page."""

    wagtail_reference_index_ignore = True

    protection = models.ForeignKey(Protection, on_delete=models.CASCADE, related_name="places")
    label = models.CharField(max_length=120)
    row: Any = models.JSONField(help_text="The row's key.")
    column = models.CharField(max_length=80)
    digests = models.JSONField(default=list, help_text="The passages that stand there.")

    class Meta:
        default_permissions = ()


class FoundPassage(models.Model):
    """The person's name with the words around it, wherever these stand; kept as a digest."""

    class Level(models.IntegerChoices):
        CERTAIN = 0, _("certainly")
        PROBABLE = 1, _("probably")
        DOUBTFUL = 2, _("perhaps somebody else")

    wagtail_reference_index_ignore = True

    protection = models.ForeignKey(Protection, on_delete=models.CASCADE, related_name="passages")
    digest = models.CharField(max_length=40)
    level = models.PositiveSmallIntegerField(choices=Level.choices)
    form = models.CharField(max_length=20)
    groups = models.JSONField(default=dict, help_text="How often it stands in which group.")
    group = models.CharField(max_length=200)
    chosen = models.BooleanField(default=False)
    changeable = models.BooleanField(default=True)
    place = models.ForeignKey(FoundPlace, on_delete=models.CASCADE, related_name="+")

    class Meta:
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(fields=["protection", "digest"], name="passage_found_once")
        ]


class SealedChange(models.Model):
    """What stood in a row before, encrypted, and a digest of what stands there since."""

    wagtail_reference_index_ignore = True

    protection = models.ForeignKey(Protection, on_delete=models.CASCADE, related_name="changes")
    label = models.CharField(max_length=120)
    row: Any = models.JSONField(help_text="The row's key.")
    column = models.CharField(max_length=80, blank=True, help_text="Empty: the row was deleted.")
    sealed = models.TextField()
    after = models.CharField(max_length=40, blank=True)

    class Meta:
        default_permissions = ()
        indexes = [models.Index(fields=["protection", "label"], name="sealed_change_of")]


class SealedFile(models.Model):
    """A picture that was taken away, encrypted; `sealed_name` says where it was."""

    wagtail_reference_index_ignore = True

    protection = models.ForeignKey(Protection, on_delete=models.CASCADE, related_name="files")
    label = models.CharField(max_length=120)
    row: Any = models.JSONField(help_text="The key of the row that names the file.")
    column = models.CharField(max_length=80)
    sealed_name = models.TextField()
    content = models.BinaryField(null=True, help_text="Empty: the file was only renamed.")

    class Meta:
        default_permissions = ()
