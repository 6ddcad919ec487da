"""For visitors. Refuses to start without its secrets, and says in one list which are missing."""

from urllib.parse import urlsplit

from django.core.exceptions import ImproperlyConfigured

from .base import *
from .base import ALLOWED_HOSTS, DATABASES, SECRET_KEY, STORAGES, VAR_DIR, env

DEBUG = False
WAGTAILADMIN_BASE_URL = env("WAGTAILADMIN_BASE_URL", default="")

SECRET_KEY_MIN_LENGTH = 50

_missing = []
if len(SECRET_KEY) < SECRET_KEY_MIN_LENGTH or len(set(SECRET_KEY)) < 5:
    _missing.append(f"SECRET_KEY (at least {SECRET_KEY_MIN_LENGTH} random characters)")
if not any(ALLOWED_HOSTS) or "*" in ALLOWED_HOSTS:
    _missing.append("ALLOWED_HOSTS (the names under which visitors reach the site, not *)")
if urlsplit(WAGTAILADMIN_BASE_URL).scheme not in ("http", "https"):
    _missing.append("WAGTAILADMIN_BASE_URL (the site's address, as in https://chat.example.org)")
if _missing:
    raise ImproperlyConfigured(
        f"The site does not start without: {'; '.join(_missing)}. "
        "Put them into the environment or into .env; .env.example describes each."
    )

# HTTPS. A proxy that ends it must set X-Forwarded-Proto itself, whatever a visitor sends.
BEHIND_PROXY = env.bool("BEHIND_PROXY", default=False)
if BEHIND_PROXY:
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SECURE_SSL_REDIRECT = env.bool("SECURE_SSL_REDIRECT", default=True)
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = True
SECURE_HSTS_SECONDS = env.int("SECURE_HSTS_SECONDS", default=30 * 24 * 3600)
SECURE_HSTS_INCLUDE_SUBDOMAINS = env.bool("SECURE_HSTS_INCLUDE_SUBDOMAINS", default=False)
# Subdomains and browsers' preload lists are for the owner of the whole domain to decide.
SILENCED_SYSTEM_CHECKS = ["security.W005", "security.W021"]

if DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":
    DATABASES["default"]["CONN_MAX_AGE"] = 60
if DATABASES["default"]["ENGINE"] == "django.db.backends.postgresql":
    DATABASES["default"]["CONN_HEALTH_CHECKS"] = True
    DATABASES["default"]["OPTIONS"] = {
        **DATABASES["default"].get("OPTIONS", {}),
        "pool": {"min_size": 1, "max_size": env.int("DATABASE_POOL_SIZE", default=8)},
    }

# All processes must see one cache: Redis on several machines, a folder on one.
REDIS_URL = env("REDIS_URL", default="")
if REDIS_URL:
    _redis = {"BACKEND": "django.core.cache.backends.redis.RedisCache", "LOCATION": REDIS_URL}
    CACHES = {"default": _redis, "pages": {**_redis, "KEY_PREFIX": "pages"}}
else:
    _files = {"BACKEND": "django.core.cache.backends.filebased.FileBasedCache"}
    CACHES = {
        "default": {**_files, "LOCATION": VAR_DIR / "cache"},
        # More than the choices that are kept (page_cache.address), so that no flood of query
        # strings drives out the pages themselves.
        "pages": {
            **_files,
            "LOCATION": VAR_DIR / "cache-pages",
            "OPTIONS": {"MAX_ENTRIES": 6000, "CULL_FREQUENCY": 4},
        },
    }
PAGE_CACHE_SECONDS = env.int("PAGE_CACHE_SECONDS", default=600)
STORAGES = {
    **STORAGES,
    "staticfiles": {"BACKEND": "forum_cms.static_files.CollectedFiles"},
}

# Without EMAIL_URL, mail is written to the log instead of being lost.
globals().update(env.email_url_config(env("EMAIL_URL", default="") or "consolemail://"))
DEFAULT_FROM_EMAIL = SERVER_EMAIL = env("DEFAULT_FROM_EMAIL", default="webmaster@localhost")

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "line": {"format": "{asctime} {levelname} {name}: {message}", "style": "{"},
    },
    "handlers": {
        "stdout": {
            "class": "logging.StreamHandler",
            "stream": "ext://sys.stdout",
            "formatter": "line",
        },
    },
    "root": {"handlers": ["stdout"], "level": env("LOG_LEVEL", default="INFO")},
    "loggers": {
        # Django's own default would print twice and mail the administrators.
        "django": {"handlers": [], "propagate": True},
    },
}
