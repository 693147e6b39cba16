"""What cannot be done just now, said kindly."""

from django.utils.functional import Promise


class Refused(Exception):
    """Carries the one line that the person reads. Nothing was changed."""

    def __init__(self, line: str | Promise) -> None:
        super().__init__(line)
        self.line = line
