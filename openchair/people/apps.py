from importlib import import_module

from django.apps import AppConfig


class People(AppConfig):
    name = "openchair.people"

    def ready(self) -> None:
        """Let what is due register itself, once the models are there."""
        import_module("openchair.people.tasks")
