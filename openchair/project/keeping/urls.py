"""The place, for its stewards."""

from django.urls import path

from openchair.people import me_parts
from openchair.project.keeping import views
from openchair.project.keeping.me_part import on_me

me_parts.register(on_me)

urlpatterns = [path("place/", views.place, name="place")]
