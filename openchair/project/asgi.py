"""The ASGI application of this place, for any ASGI server other than our own `serve`."""

import os

import django

from openchair.project.house import whole_house

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "openchair.project.settings")
django.setup()
application = whole_house()
