"""Which media model this site uses: wagtailmedia names it in a setting only."""

from wagtailmedia.settings import wagtailmedia_settings


def media_model_string() -> str:
    """The media model as "app.Model", for foreign keys and migrations."""
    return wagtailmedia_settings.MEDIA_MODEL
