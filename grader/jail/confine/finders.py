"""Keep imports working from folders that a child may not list.

To find a module, Python lists each folder of sys.path, and keeps the list until the folder changes.
The standard library's folder and site-packages may not be listed in a child (see readable.py), so
the lists are made before the confinement, and kept.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from importlib.machinery import FileFinder, PathFinder


def unlistable(readable: Iterable[str]) -> tuple[str, ...]:
    """Return the folders of sys.path that don't lie in one of the readable ones."""
    allowed = tuple(readable)
    return tuple(
        folder for folder in sys.path if os.path.isdir(folder) and not any(_lies_in(folder, path) for path in allowed)
    )


def keep_lists(folders: Iterable[str]) -> None:
    """Make and keep the lists of these folders."""
    PathFinder.find_spec("_")  # no module: every folder of sys.path is looked through
    for folder in folders:
        finder = sys.path_importer_cache.get(folder)
        if isinstance(finder, FileFinder):
            finder.invalidate_caches = _keep  # type: ignore[method-assign]


def _lies_in(path: str, folder: str) -> bool:
    return path == folder or path.startswith(folder.rstrip(os.sep) + os.sep)


def _keep() -> None:
    """Stand in for invalidate_caches: a list that is made in the jail would be empty."""
