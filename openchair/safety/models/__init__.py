"""What people told the hosts, and what came of it."""

from openchair.safety.models.answer import Answer
from openchair.safety.models.report import KEPT_AFTER_ANSWER, KEPT_WITHOUT_ANSWER, Report

__all__ = ["KEPT_AFTER_ANSWER", "KEPT_WITHOUT_ANSWER", "Answer", "Report"]
