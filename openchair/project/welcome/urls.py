"""The first run."""

from django.urls import path

from openchair.project.welcome import views
from openchair.project.welcome.steps import QUESTIONS

urlpatterns = [
    path("", views.welcome, name="welcome"),
    *(path(f"{step.slug}/", views.question(step), name=f"welcome-{step.slug}") for step in QUESTIONS),
    path("account/", views.account, name="welcome-account"),
    path("account/another/", views.another, name="welcome-another"),
    path("keys/", views.keys, name="welcome-keys"),
    path("keys/notes.txt", views.keys_file, name="welcome-keys-file"),
    path("paper/", views.paper, name="welcome-paper"),
    path("check/", views.check, name="welcome-check"),
]
