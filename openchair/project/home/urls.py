"""The landing page, Today, and how it works."""

from django.urls import path

from openchair.project.home import about, landing, today

urlpatterns = [
    path("", landing.landing, name="landing"),
    path("today/", today.today, name="today"),
    path("about/", about.about, name="about"),
]
