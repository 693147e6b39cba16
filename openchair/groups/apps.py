from django.apps import AppConfig


class Groups(AppConfig):
    name = "openchair.groups"
