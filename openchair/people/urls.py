"""Addresses of joining, signing in, and what is one's own."""

from django.urls import path

from openchair.people.views import (
    blocked,
    display,
    join_before,
    join_brings,
    join_codes,
    join_name,
    leaving,
    me,
    my_codes,
    my_sessions,
    my_words,
    recovery,
    sign_in,
    sign_out,
    steward_link,
)

urlpatterns = [
    path("join/", join_before.before, name="join"),
    path("join/name/", join_name.name, name="join-name"),
    path("join/name/another/", join_name.another, name="join-another"),
    path("join/keys/", join_codes.keys, name="join-codes"),
    path("join/keys/notes.txt", join_codes.keys_file, name="join-codes-file"),
    path("join/brings/", join_brings.brings, name="join-brings"),
    path("sign-in/", sign_in.sign_in, name="sign-in"),
    path("sign-out/", sign_out.sign_out, name="sign-out"),
    path("recover/", recovery.key, name="recover"),
    path("recover/words/", recovery.words, name="recover-words"),
    path("me/", me.me, name="me"),
    path("me/devices/", my_sessions.show, name="my-sessions"),
    path("me/devices/others/end/", my_sessions.end_others, name="end-other-sessions"),
    path("me/devices/all/end/", my_sessions.end_all, name="end-all-sessions"),
    path("me/devices/<uuid:session_id>/end/", my_sessions.end, name="end-session"),
    path("me/words/", my_words.words, name="my-words"),
    path("me/keys/", my_codes.show, name="my-codes"),
    path("me/keys/new/", my_codes.new, name="my-new-codes"),
    path("me/keys/new/notes.txt", my_codes.file, name="my-codes-file"),
    path("me/blocked/", blocked.show, name="blocked"),
    path("me/blocked/<uuid:block_id>/end/", blocked.end, name="unblock"),
    path("display/", display.display, name="display"),
    path("leave/", leaving.leave, name="leave-site"),
    path("blank/", leaving.blank, name="blank"),
    path("steward/<str:token>/", steward_link.steward_link, name="steward-link"),
]
