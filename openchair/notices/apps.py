from importlib import import_module

from django.apps import AppConfig


class Notices(AppConfig):
    name = "openchair.notices"

    def ready(self) -> None:
        """Let what is due register itself, and the row of Me."""
        import_module("openchair.notices.tasks")
        import_module("openchair.notices.me_part")
