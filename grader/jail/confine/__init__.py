"""The confinement of a jail's child: what it may not do, and how that is known.

prepare and Plan.apply run in the jail, so this package needs the standard library alone.
"""

from .plan import Plan, prepare
from .policy import ConfinementError, Gap, Policy

__all__ = ["ConfinementError", "Gap", "Plan", "Policy", "prepare"]
