"""Every address of the place."""

from django.urls import include, path

handler400 = "openchair.project.answers.not_understood"
handler403 = "openchair.project.answers.form_too_old"
handler404 = "openchair.project.answers.not_found"
handler500 = "openchair.project.answers.out_of_order"

# Addresses are tried one after the other: what is looked at all day comes first.
urlpatterns = [
    path("", include("openchair.project.home.urls")),
    path("", include("openchair.shares.urls")),
    path("welcome/", include("openchair.project.welcome.urls")),
    path("", include("openchair.ui.urls")),
    path("", include("openchair.support.urls")),
    path("", include("openchair.people.urls")),
    path("", include("openchair.notices.urls")),
    path("", include("openchair.groups.urls")),
    path("", include("openchair.paths.urls")),
    path("", include("openchair.checkins.urls")),
    path("", include("openchair.meetings.urls")),
    path("", include("openchair.gatherings.urls")),
    path("", include("openchair.greeting.urls")),
    path("", include("openchair.roster.urls")),
    path("", include("openchair.together.urls")),
    path("", include("openchair.stories.urls")),
    path("", include("openchair.companions.urls")),
    path("", include("openchair.rooms.urls")),
    path("", include("openchair.safety.urls")),
    path("", include("openchair.days.urls")),
    path("", include("openchair.search.urls")),
    path("", include("openchair.project.keeping.urls")),
    path("", include("openchair.project.ringing.urls")),
    path("", include("openchair.project.ledger.urls")),
]
