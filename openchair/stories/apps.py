from importlib import import_module

from django.apps import AppConfig


class Stories(AppConfig):
    name = "openchair.stories"

    def ready(self) -> None:
        """Let what is due register itself, once the models are there."""
        import_module("openchair.stories.tasks")
        import_module("openchair.stories.newly")
        import_module("openchair.stories.telling")
