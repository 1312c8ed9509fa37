"""What a child may read: the Python installation, what it needs of the system, and no more.

Landlock's rights hold for all that lies below a folder. The folder of the standard library often
holds site-packages, and that may hold the hidden suites; so its entries are allowed one by one,
and the folder itself is not.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator

from .landlock import (
    EXECUTE,
    MAKE_REG,
    READ_DIR,
    READ_FILE,
    REMOVE_FILE,
    TRUNCATE,
    WRITE_FILE,
    Rule,
)
from .policy import Gap, Policy

_READ = READ_FILE | READ_DIR
_PACKAGES = frozenset({"site-packages", "dist-packages"})
_DATA = ("/usr/share/zoneinfo", "/usr/lib/locale", "/etc/localtime", "/dev/urandom")
_LIBRARY_FOLDERS = ("/lib", "/lib64", "/usr/lib", "/usr/lib64", "/usr/local/lib")
_LOADERS = ("/lib64/ld-linux-x86-64.so.2", "/lib/ld-linux-aarch64.so.1")


def rules(policy: Policy) -> Iterator[Rule]:
    """Yield a rule for each file and folder that a child under this policy may use."""
    for path in (*standard_library(), *shared_libraries(), *_DATA, *policy.readable):
        yield Rule(path, _READ)
    yield Rule("/dev/null", READ_FILE | WRITE_FILE | TRUNCATE)
    if policy.allows("processes"):
        yield from _for_programs(policy.programs) if policy.programs else _for_processes()
    if policy.allows("loopback"):
        yield Rule("/etc/hosts", READ_FILE)  # so that "localhost" has an address


def gaps(policy: Policy) -> Iterator[Gap]:
    """Say so where a child may list a folder with more in it than it may read."""
    here = os.path.realpath(__file__)
    folders = (os.path.realpath(folder) + os.sep for folder in standard_library_folders())
    if policy.allows("processes") and not policy.programs and any(here.startswith(folder) for folder in folders):
        yield Gap(
            "names of files",
            "a second Python has to list the standard library, and the grader is installed below it",
            "install the grader in a virtual environment",
        )


def standard_library() -> Iterator[str]:
    """Yield the entries of the standard library's folders, without installed packages."""
    for folder in sorted(standard_library_folders()):
        for entry in _entries(folder):
            if entry.name not in _PACKAGES:
                yield entry.path
    for entry_on_path in sys.path:
        if entry_on_path.endswith(".zip") and os.path.isfile(entry_on_path):
            yield entry_on_path


def standard_library_folders() -> set[str]:
    """Return the folder of the Python modules, and that of lib-dynload where it is another."""
    dynload = (os.path.dirname(p) for p in sys.path if os.path.basename(p) == "lib-dynload")
    return {os.path.dirname(os.__file__), *(folder for folder in dynload if os.path.isdir(folder))}


def shared_libraries() -> Iterator[str]:
    """Yield what extension modules link against.

    The folder that Debian names after the architecture holds libraries alone. In the others,
    Python's own folders may lie beside them, so there only the library files are allowed.
    """
    architecture = getattr(sys.implementation, "_multiarch", "")
    if architecture:
        yield from (os.path.join(folder, architecture) for folder in _LIBRARY_FOLDERS)
    seen: set[str] = set()
    for folder in (*_LIBRARY_FOLDERS, os.path.join(sys.base_prefix, "lib")):
        real = os.path.realpath(folder)
        if real not in seen and os.path.isdir(real):
            seen.add(real)
            yield from (entry.path for entry in _entries(real) if _is_library(entry))


def _is_library(entry: os.DirEntry[str]) -> bool:
    return ".so" in entry.name and entry.is_file()


def _for_processes() -> Iterator[Rule]:
    """Yield what a second Python needs: itself, its loader, and where semaphores live.

    A fresh interpreter has to list the standard library's folder. glibc keeps the semaphores of
    multiprocessing as files in /dev/shm.
    """
    yield from _for_programs((sys.executable,))
    prefix = os.path.dirname(os.path.dirname(sys.executable))
    yield Rule(os.path.join(prefix, "pyvenv.cfg"), READ_FILE)
    for folder in standard_library_folders():
        yield Rule(folder, READ_DIR)
    yield Rule("/dev/shm", READ_FILE | WRITE_FILE | MAKE_REG | REMOVE_FILE | TRUNCATE)


def _for_programs(programs: Iterable[str]) -> Iterator[Rule]:
    """Yield what it takes to start these programs: themselves, and their loader."""
    for path in (*map(os.path.realpath, programs), *_LOADERS, *_musl_loaders()):
        yield Rule(path, READ_FILE | EXECUTE)


def _musl_loaders() -> Iterator[str]:
    return (entry.path for entry in _entries("/lib") if entry.name.startswith("ld-musl-"))


def _entries(folder: str) -> list[os.DirEntry[str]]:
    """Return what lies in a folder; nothing if it can't be listed, so nothing of it is allowed."""
    try:
        return list(os.scandir(folder))
    except OSError:
        return []
