"""One address, whatever one looks for."""

from django.urls import path

from openchair.people import me_parts
from openchair.search.me_part import on_me
from openchair.search.views import search

me_parts.register(on_me)

urlpatterns = [path("search/", search, name="search")]
