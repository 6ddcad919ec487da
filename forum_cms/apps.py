from django.apps import AppConfig
from django.utils.translation import gettext_lazy


class ForumCmsConfig(AppConfig):
    name = "forum_cms"
    verbose_name = "Forum CMS"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from wagtail.admin.viewsets.chooser import ChooserViewSet

        from forum_cms.page_cache import changes  # all of these need models
        from speakers import counterparts
        from speakers.renditions import make_when_published

        from .models import MenuLink, StandardPage

        # Wagtail reads this word once for all, in English.
        ChooserViewSet.search_tab_label = gettext_lazy("Search")
        changes.listen()
        make_when_published(StandardPage)
        counterparts.register(counterparts.Reference(MenuLink, "page", "home"))
