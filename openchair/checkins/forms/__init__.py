"""What people fill in about their days."""

from openchair.checkins.forms.check_in import CheckInForm

__all__ = ["CheckInForm"]
