"""The landing page, Today, and how it works."""

from django.urls import path

from openchair.project.home import about, away, landing, papers, today

urlpatterns = [
    path("", landing.landing, name="landing"),
    path("today/", today.today, name="today"),
    path("about/", about.about, name="about"),
    path("away/", away.away, name="away"),
    path(".well-known/security.txt", papers.security, name="security-txt"),
    path("robots.txt", papers.robots, name="robots"),
]
