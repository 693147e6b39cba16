from importlib import import_module

from django.apps import AppConfig


class Paths(AppConfig):
    name = "openchair.paths"

    def ready(self) -> None:
        """Let what is due register itself, once the models are there."""
        import_module("openchair.paths.tasks")
