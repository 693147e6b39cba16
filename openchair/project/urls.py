"""Every address of the place."""

from django.urls import include, path

handler404 = "openchair.project.answers.not_found"
handler500 = "openchair.project.answers.out_of_order"

urlpatterns = [
    path("", include("openchair.project.home.urls")),
    path("welcome/", include("openchair.project.welcome.urls")),
    path("", include("openchair.ui.urls")),
    path("", include("openchair.support.urls")),
    path("", include("openchair.people.urls")),
    path("", include("openchair.groups.urls")),
    path("", include("openchair.meetings.urls")),
    path("", include("openchair.rooms.urls")),
    path("", include("openchair.safety.urls")),
    path("", include("openchair.project.keeping.urls")),
]
