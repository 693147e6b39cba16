"""The paper key."""

from django.urls import path

from openchair.project.ringing import views

urlpatterns = [path("place/paper/", views.paper_key, name="paper-key")]
