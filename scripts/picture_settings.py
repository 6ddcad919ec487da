"""Settings for the pictures of the docs: they show what a click did, and nothing saves itself."""

from forum_cms.settings.dev import *

WAGTAIL_AUTOSAVE_INTERVAL = 0
