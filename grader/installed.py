"""Where the exercises lie that come with the package."""

from pathlib import Path


def default_folder() -> Path:
    """The catalog that comes with the package: inside a wheel, beside the package in a checkout."""
    package = Path(__file__).resolve().parent
    inside = package / "_catalog" / "exercises"
    return inside if inside.is_dir() else package.parent / "exercises"
