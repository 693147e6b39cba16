"""The gallery of components."""

from django.urls import path

from openchair.ui.views import gallery

urlpatterns = [
    path("gallery/", gallery.show, name="gallery"),
]
