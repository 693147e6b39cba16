from importlib import import_module

from django.apps import AppConfig


class Shares(AppConfig):
    name = "openchair.shares"

    def ready(self) -> None:
        """Let what is due register itself, once the models are there."""
        import_module("openchair.shares.tasks")
        import_module("openchair.shares.telling")
