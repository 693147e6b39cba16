from importlib import import_module

from django.apps import AppConfig


class Companions(AppConfig):
    name = "openchair.companions"

    def ready(self) -> None:
        """Let what is due and what is told register itself, once the models are there."""
        import_module("openchair.companions.tasks")
        import_module("openchair.companions.telling")
