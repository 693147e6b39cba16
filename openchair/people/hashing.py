"""Argon2id with our parameters, and at most four at a time."""

import threading

from django.contrib.auth.hashers import Argon2PasswordHasher

AT_ONCE = 4
TIMES = 3
MEMORY = 46 * 1024  # KiB
_places = threading.BoundedSemaphore(AT_ONCE)


class Argon2id(Argon2PasswordHasher):
    """t=3, m=46 MiB, p=1 (RFC 9106 and the OWASP sheet): 4 at a time stay under 200 MB."""

    time_cost = TIMES
    memory_cost = MEMORY
    parallelism = 1

    def encode(self, password: str, salt: str) -> str:
        with _places:
            return str(super().encode(password, salt))

    def verify(self, password: str, encoded: str) -> bool:
        with _places:
            return bool(super().verify(password, encoded))
