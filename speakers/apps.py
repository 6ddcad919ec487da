from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class SpeakersConfig(AppConfig):
    name = "speakers"
    verbose_name = _("Speakers")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        # Registered when all apps are there: these use models.
        from . import counterparts, register_counts, renditions
        from .models import OrganisationPage, SpeakerPage
        from .safety import people

        renditions.listen()
        renditions.make_when_published(SpeakerPage, OrganisationPage)
        counterparts.register(counterparts.Reference(SpeakerPage, "organisation"))
        counterparts.listen()
        register_counts.listen(self)
        people.register()
