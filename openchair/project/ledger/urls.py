"""Addresses of going, taking along, and knowing what is kept."""

from django.urls import path

from openchair.people import me_parts
from openchair.project.ledger.me_part import on_me
from openchair.project.ledger.views import copies, going, receipt, staying, telling

me_parts.register(on_me)

urlpatterns = [
    path("privacy/", telling.privacy, name="privacy"),
    path("me/handed-over/", telling.handed_over, name="handed-over"),
    path("me/copy/", copies.copy, name="my-copy"),
    path("me/copy/file/", copies.file, name="my-copy-file"),
    path("me/copy/bring/", copies.bring, name="bring-copy"),
    path("me/going/", going.going, name="going"),
    path("me/going/closing/", going.close, name="close-account"),
    path("stay/", staying.stay, name="stay"),
    path("gone/", receipt.receipt, name="gone"),
    path("gone/code/", receipt.erase_later, name="erase-later"),
]
