from importlib import import_module

from django.apps import AppConfig


class Greeting(AppConfig):
    name = "openchair.greeting"

    def ready(self) -> None:
        """Let what is due and what is told register itself, once the models are there."""
        import_module("openchair.greeting.tasks")
        import_module("openchair.greeting.telling")
