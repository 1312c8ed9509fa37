"""The operators of the own generator.

Most are those of the literature on mutation analysis (DeMillo, Lipton and Sayward 1978; Offutt et
al. 1996: statements, conditions, boundaries, arithmetic). Dropped arguments, conversions, elements
and calls are faults that Python programs have and general tools lack (PyTation, arXiv 2601.19088).
The others break what an exercise of this guide is about.
"""

from .arithmetic import ARITHMETIC
from .calls import CALLS
from .comparisons import COMPARISONS
from .conditions import CONDITIONS
from .constants import CONSTANTS
from .containers import CONTAINERS
from .coroutines import COROUTINES
from .definitions import DEFINITIONS
from .exceptions import EXCEPTIONS
from .loops import LOOPS
from .operator import Operator
from .statements import STATEMENTS

__all__ = ["OPERATORS"]

OPERATORS: tuple[Operator, ...] = (
    *COMPARISONS,
    *CONDITIONS,
    *ARITHMETIC,
    *CONSTANTS,
    *STATEMENTS,
    *EXCEPTIONS,
    *CALLS,
    *CONTAINERS,
    *LOOPS,
    *COROUTINES,
    *DEFINITIONS,
)
"""In any order: where two make the same mutant the first gives its name, the identity is one."""
