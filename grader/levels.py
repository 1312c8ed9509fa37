"""How well attempts can be isolated, by name: apart from the rest, for the command line needs no more of it."""

from typing import Literal, get_args

Level = Literal["sealed", "partial", "split-only"]
LEVELS: tuple[Level, ...] = get_args(Level)  # from the best to the least
