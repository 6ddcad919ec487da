from django.apps import AppConfig


class ForumCmsConfig(AppConfig):
    name = "forum_cms"
    verbose_name = "Forum CMS"
    default_auto_field = "django.db.models.BigAutoField"
