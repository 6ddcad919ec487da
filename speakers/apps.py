from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class SpeakersConfig(AppConfig):
    name = "speakers"
    verbose_name = _("Speakers")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        # Registered when all apps are there: it uses models.
        from . import counterparts
        from .models import SpeakerPage

        counterparts.register(counterparts.Reference(SpeakerPage, "organisation"))
        counterparts.listen()
