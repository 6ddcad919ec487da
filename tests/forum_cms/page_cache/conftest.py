"""A site that keeps its pages, as production does."""

import pytest
from django.core.cache import caches


@pytest.fixture
def keeping(settings, tmp_path):
    """Switches the cache of pages on."""
    settings.PAGE_CACHE_SECONDS = 600
    settings.CACHES = {
        **settings.CACHES,
        "pages": {
            "BACKEND": "django.core.cache.backends.filebased.FileBasedCache",
            "LOCATION": tmp_path / "pages",
            "OPTIONS": {"MAX_ENTRIES": 6000},
        },
    }
    yield
    caches["pages"].clear()
