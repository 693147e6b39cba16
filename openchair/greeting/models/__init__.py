"""Who welcomes people, who would help, and what is being answered just now."""

from openchair.greeting.models.greeter import Greeter
from openchair.greeting.models.patience import Patience
from openchair.greeting.models.taking import Taking
from openchair.greeting.models.willing import Ask, Small, Willing

__all__ = ["Ask", "Greeter", "Patience", "Small", "Taking", "Willing"]
