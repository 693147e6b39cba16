from importlib import import_module

from django.apps import AppConfig


class Gatherings(AppConfig):
    name = "openchair.gatherings"

    def ready(self) -> None:
        """Let what is due register itself, once the models are there."""
        import_module("openchair.gatherings.tasks")
        import_module("openchair.gatherings.telling")
        import_module("openchair.gatherings.newly")
