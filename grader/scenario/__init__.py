"""What scenarios share: small stand-ins for time, functions, files and the like, and how a call ended as plain data.

The same code runs in the jail, beside an attempt, and at a learner's prompt, where a snippet imports it. A module is
imported when one of its names is asked for, since most scenarios need few.
"""

import importlib
from typing import Any

_MODULES = {
    "Odd": "objects",
    "assign": "objects",
    "catching": "outcomes",
    "counted": "costs",
    "failing": "calls",
    "fake_clock": "clocks",
    "fake_threads": "threads",
    "fast_sqlite": "databases",
    "http_server": "servers",
    "interrupted": "sources",
    "iterable": "sources",
    "lookalikes": "outcomes",
    "mentioned": "values",
    "outcome": "outcomes",
    "owner_of": "objects",
    "peak": "costs",
    "printed": "output",
    "recorder": "calls",
    "renamed": "calls",
    "run": "coroutines",
    "run_tests": "testing",
    "shown": "values",
    "sift": "outcomes",
    "source": "sources",
    "temporary_path": "files",
    "watched_open": "streams",
    "which": "outcomes",
}

__all__ = sorted(_MODULES)


def __getattr__(name: str) -> Any:
    if name not in _MODULES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(importlib.import_module(f"{__name__}.{_MODULES[name]}"), name)
