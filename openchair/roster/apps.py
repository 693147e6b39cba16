from importlib import import_module

from django.apps import AppConfig


class Roster(AppConfig):
    name = "openchair.roster"

    def ready(self) -> None:
        """Let what is due, is told, and ends with a service register itself, once the models are there."""
        for part in ("ending", "resting", "tasks", "telling"):
            import_module(f"openchair.roster.{part}")
