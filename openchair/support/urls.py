"""Help: kind of page only, no names."""

from django.urls import path

from openchair.support.views import country, help_now

urlpatterns = [
    path("help/", help_now.show, name="help-now"),
    path("help/first-aid/", help_now.overdose, name="help-overdose"),
    path("help/country/", country.save, name="help-country"),
]
