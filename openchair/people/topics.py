"""What care notes name, beside what a writer adds in their own words."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Topic(TextChoices):
    """What a reader may want to be warned of, or not see."""

    USING = "using", _("Drinking or using")
    HARM = "harm", _("Self-harm or wanting to die")
    VIOLENCE = "violence", _("Violence or abuse")
    LOSS = "loss", _("Death or loss")
