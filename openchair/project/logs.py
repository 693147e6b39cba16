"""Logs hold no words, ids, addresses or paths."""

import logging


class Bare(logging.Filter):
    """Keeps the level and the class of a fault; drops its message, its arguments and its trace."""

    def filter(self, record: logging.LogRecord) -> bool:
        if record.name.startswith("django") or record.exc_info:
            fault = record.exc_info[0] if record.exc_info else None
            record.msg = fault.__name__ if fault else "refused"
            record.args, record.exc_info, record.exc_text, record.stack_info = None, None, None, None
        return True
