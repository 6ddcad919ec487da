"""The tests: fast passwords, mail in memory, files in a folder that is thrown away."""

import tempfile
from pathlib import Path

from .base import *
from .base import DATABASES, MIDDLEWARE

_scratch = tempfile.TemporaryDirectory(prefix="forum-cms-tests-")

DEBUG = False
SECRET_KEY = "only-for-tests"
ALLOWED_HOSTS = ["*"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
MEDIA_ROOT = Path(_scratch.name) / "media"
AXES_ENABLED = False
MIDDLEWARE = [name for name in MIDDLEWARE if "WhiteNoise" not in name]

if DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":
    DATABASES["default"]["TEST"] = {"NAME": Path(_scratch.name) / "db.sqlite3"}
    DATABASES["default"]["OPTIONS"]["init_command"] += " PRAGMA synchronous=OFF;"
