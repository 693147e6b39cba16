"""The first run."""

from django.urls import path

from openchair.project.welcome import first

urlpatterns = [
    path("", first.welcome, name="welcome"),
]
