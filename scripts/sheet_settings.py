"""Settings for the contact sheets: error pages as visitors see them, style sheets as they lie here."""

from forum_cms.settings.dev import *

DEBUG = False
WHITENOISE_USE_FINDERS = WHITENOISE_AUTOREFRESH = True
