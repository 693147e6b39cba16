from importlib import import_module

from django.apps import AppConfig


class Checkins(AppConfig):
    name = "openchair.checkins"

    def ready(self) -> None:
        """Let what is due and what is told register itself, once the models are there."""
        import_module("openchair.checkins.tasks")
        import_module("openchair.checkins.telling")
