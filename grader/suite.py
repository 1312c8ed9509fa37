"""What the author of a hidden suite imports."""

import pytest

__all__ = ["points"]

points = pytest.mark.points
"""`@points(3)`: what a test is worth. A parametrized test shares its points among its cases."""
