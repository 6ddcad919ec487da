"""The door for a WSGI server: `gunicorn forum_cms.wsgi`."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "forum_cms.settings.production")

application = get_wsgi_application()
