from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class EpisodesConfig(AppConfig):
    name = "episodes"
    verbose_name = _("Episodes")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        # Registered when all apps are there: these use models.
        from speakers import counterparts
        from speakers.renditions import make_when_published

        from . import safety, sections
        from .models import (
            Appearance,
            EpisodePage,
            Partnership,
            SeriesPage,
            listing_index,
            listing_signals,
        )
        from .search import signals  # noqa: F401 - receivers register themselves

        sections.register()
        safety.register()
        make_when_published(EpisodePage, SeriesPage)
        listing_signals.connect(self)
        again = listing_index.refresh
        counterparts.register(
            counterparts.Reference(Appearance, "speaker", "episode", changed=again),
            counterparts.Reference(Appearance, "organisation", "episode", changed=again),
            counterparts.Reference(Partnership, "organisation", "episode", changed=again),
        )
