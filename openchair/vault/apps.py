"""The vault: what people write is sealed before it reaches a disk."""

from django.apps import AppConfig
from django.core.checks import register

from openchair.vault.checks import columns_say_what_they_hold


class VaultConfig(AppConfig):
    """Keys live in the ring, sealed words in the rows of the apps above."""

    name = "openchair.vault"

    def ready(self) -> None:
        """Look at every model before anything is served."""
        register(columns_say_what_they_hold)
