"""Mutants of a reference solution: how strong a hidden suite is, measured.

Two generators, reported apart: `own`, whose operators fit what the exercises teach, and
`cosmic_ray`, an independent yardstick.
"""

from .engine import own
from .mutant import Mutant
from .yardstick import MissingTool, cosmic_ray

__all__ = ["MissingTool", "Mutant", "cosmic_ray", "own"]
