"""The tools that read attempts' texts, mypy and ruff: where they are installed, and what mypy keeps ready.

mypy needs seconds to read the standard library, and keeps what it made of it in a folder. That is made once, without
any attempt, and kept in the user's cache as one entry; a judge lays it out where its children can read it.
"""

import os
import platform
import subprocess
import tempfile
import zlib
from collections.abc import Iterable
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path

import msgspec

from grader.catalog import Budgets
from grader.errors import ExerciseError
from grader.judge.keeper import packages
from grader.judge.keeper.handles import FOLDER, JailError, import_paths, python
from grader.judge.store import Store

NAMES = {"types": "mypy", "lint": "ruff"}  # the distribution that answers each kind of question
WARM_SECONDS = 300.0  # after which the cache is given up, which takes three on a machine that has nothing else to do
# Of a child that has tools at work, for a whole attempt. The judge ends one earlier, who is asked one thing after the
# other; mypy takes 300 MB of addresses before it begins.
BUDGETS = Budgets(memory_mb=1536, file_mb=1, open_files=256, import_seconds=300.0, test_seconds=300.0)


@dataclass(frozen=True)
class Tools:
    """What the jail of the tools is made of."""

    packages: packages.Packages
    ruff: str  # the program; empty where no suite asks for it
    cache: str  # mypy's folder; the same


def named(names: Iterable[str]) -> list[str]:
    """Those of an exercise's packages that read texts, and are not for an attempt to import."""
    return [name for name in names if name in NAMES.values()]


def find(names: Iterable[str], folder: Path, store: Store) -> Tools:
    """The tools of these names; what mypy keeps is laid out in `folder`.

    Raises ExerciseError if one is not installed, JailError if mypy does not work.
    """
    wanted = set(named(names))
    found = packages.find(sorted(wanted & {"mypy"}))
    cache = _laid_out(folder / "types", found, store) if "mypy" in wanted else None
    readable = [*found.readable, *([str(cache)] if cache else [])]
    return Tools(packages.Packages(found.folders, readable), ruff() if "ruff" in wanted else "", str(cache or ""))


def ruff() -> str:
    """The program that belongs to the installed distribution. Raises ExerciseError if there is none."""
    packages.find(["ruff"])
    found = metadata.distribution("ruff")
    for file in found.files or []:
        if file.name in ("ruff", "ruff.exe"):
            return str(Path(str(found.locate_file(file))).resolve())
    raise ExerciseError("it needs the program ruff, which its distribution does not hold: pip install ruff")


def _laid_out(folder: Path, found: packages.Packages, store: Store) -> Path:
    """The folder, filled with what mypy keeps of the standard library."""
    typeshed = Path(found.folders["mypy"]) / "mypy" / "typeshed" / "stdlib" / "VERSIONS"
    key = f"mypy {metadata.version('mypy')} {platform.python_version()} {platform.platform()} {typeshed}"
    data = store.get(key)
    if data is None or not _unpack(data, folder):
        store.put(key, data := _made(found))
        _unpack(data, folder)
    return folder


def _made(found: packages.Packages) -> bytes:
    """What mypy keeps, as one archive. Raises JailError if it does not work."""
    with tempfile.TemporaryDirectory() as place:
        paths = dict.fromkeys([*import_paths(), *found.folders.values()])
        command = [*python(), str(FOLDER / "text" / "warm.py"), place, *paths]
        try:
            made = subprocess.run(command, capture_output=True, stdin=subprocess.DEVNULL, timeout=WARM_SECONDS, env={})
        except (OSError, subprocess.TimeoutExpired) as error:
            raise JailError(f"mypy can't be prepared: {error}") from error
        if made.returncode:
            last = made.stderr.decode("utf-8", "replace").strip().rpartition("\n")[2]
            raise JailError(f"mypy can't be prepared: {last}")
        return _packed(Path(place))


_Kept = list[tuple[str, int, bytes]]  # a file's path within the folder, its time in seconds, and what is in it


def _packed(folder: Path) -> bytes:
    """All files of a folder."""
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    kept: _Kept = [
        (path.relative_to(folder).as_posix(), int(path.stat().st_mtime), path.read_bytes()) for path in files
    ]
    return zlib.compress(msgspec.msgpack.encode(kept), 1)


def _unpack(data: bytes, folder: Path) -> bool:
    """Lays out what was packed, with the times that mypy compares, for anybody to read; whether it is such."""
    try:
        kept = msgspec.msgpack.decode(zlib.decompress(data), type=_Kept)
    except (zlib.error, msgspec.MsgspecError):
        return False
    made: set[Path] = set()
    for name, seconds, content in kept:
        path = folder / name
        if path.parent not in made:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.parent.chmod(0o755)
            made.add(path.parent)
        path.write_bytes(content)
        path.chmod(0o644)
        os.utime(path, (seconds, seconds))
    return True
