"""The door for a web server: `safeconduct.config.wsgi:application`."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "safeconduct.config.settings")

application = get_wsgi_application()
