from importlib import import_module

from django.apps import AppConfig


class Groups(AppConfig):
    name = "openchair.groups"

    def ready(self) -> None:
        """Let what is due and what is told register itself, once the models are there."""
        import_module("openchair.groups.tasks")
        import_module("openchair.groups.telling")
