"""Measured like a site for visitors: no debugging, and a cache of pages that can be switched on."""

from forum_cms.settings.test import *

_MEMORY = {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}
CACHES = {"default": _MEMORY, "pages": {**_MEMORY, "LOCATION": "pages"}}
LOGGING = {"version": 1, "disable_existing_loggers": True}
