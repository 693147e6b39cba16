from importlib import import_module

from django.apps import AppConfig


class Together(AppConfig):
    name = "openchair.together"

    def ready(self) -> None:
        """Let what is counted again and again register itself, and what follows a path's ledger."""
        import_module("openchair.together.tasks")
        import_module("openchair.together.birthdays")
