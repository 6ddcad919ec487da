"""The tests: fast passwords, mail in memory, media in a folder that is thrown away."""

import tempfile
from pathlib import Path

from .base import *
from .base import DATABASES, MIDDLEWARE

DEBUG = False
SECRET_KEY = "only-for-tests"
ALLOWED_HOSTS = ["*"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
MEDIA_ROOT = Path(tempfile.mkdtemp(prefix="forum-cms-media-"))
AXES_ENABLED = False
MIDDLEWARE = [name for name in MIDDLEWARE if "WhiteNoise" not in name]
