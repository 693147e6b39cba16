from django.apps import AppConfig


class Search(AppConfig):
    name = "openchair.search"
