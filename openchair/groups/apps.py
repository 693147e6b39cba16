from importlib import import_module

from django.apps import AppConfig


class Groups(AppConfig):
    name = "openchair.groups"

    def ready(self) -> None:
        """Let what is due register itself, once the models are there."""
        import_module("openchair.groups.tasks")
