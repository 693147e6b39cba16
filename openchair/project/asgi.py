"""The ASGI application of this place, for `serve` and for any other ASGI server."""

import os
from typing import cast

from a2wsgi.wsgi_typing import WSGIApp
from django.core.wsgi import get_wsgi_application
from django.urls import get_resolver

from openchair.live.doors import doors
from openchair.live.endpoint import Endpoint
from openchair.live.hub import hub
from openchair.project.house import House

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "openchair.project.settings")
application = House(cast(WSGIApp, get_wsgi_application()), Endpoint(hub(), doors))
# Read every address now: the first visitor does not wait for it, and a stream finds its door.
_ = get_resolver().url_patterns
