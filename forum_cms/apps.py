from django.apps import AppConfig


class ForumCmsConfig(AppConfig):
    name = "forum_cms"
    verbose_name = "Forum CMS"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from forum_cms.page_cache import changes  # all of these need models
        from speakers import counterparts
        from speakers.renditions import make_when_published

        from .models import MenuLink, StandardPage

        changes.listen()
        make_when_published(StandardPage)
        counterparts.register(counterparts.Reference(MenuLink, "page", "home"))
