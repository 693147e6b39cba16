from django.apps import AppConfig


class Library(AppConfig):
    name = "openchair.library"
