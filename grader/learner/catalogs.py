"""The exercises of a workspace: those that were named, those that it remembers, or those that come with the package.

To check an attempt runs the catalog's own suites, without a jail. So the word of a `grader.toml` is taken for a folder
that this user has named before, and for no other: a workspace may come from anybody.
"""

import contextlib
import hashlib
import os
import shlex
from pathlib import Path

from grader import catalog
from grader.catalog import Catalog
from grader.errors import UsageError
from grader.installed import default_folder
from grader.workspace import CONFIG, Workspace

Option = tuple[str | Path, ...]  # the words that a command is typed with


def load(named: Path | None, found: Workspace | None) -> Catalog:
    """The catalog of that folder, or else of this workspace. Raises UsageError if there is none, or none to trust."""
    if named is not None:
        vouch(named)
        return catalog.load(named)
    remembered = of(found)
    if found is None or remembered is None:
        return catalog.load()
    where = f"{found.folder / CONFIG} takes its exercises from {remembered}"
    if not remembered.is_dir():
        raise UsageError(f"{where}, which is no folder: mend the line `catalog` in it, or name one with --catalog DIR")
    if not _is_vouched(remembered):
        raise UsageError(
            f"{where}, whose tests run here without a jail: "
            f"if you trust them, say so once, by any command with --catalog {shlex.quote(str(remembered))}"
        )
    return catalog.load(remembered)


def of(found: Workspace | None) -> Path | None:
    """The folder that a workspace remembers, as a whole path."""
    return (found.folder / found.config.catalog).resolve() if found and found.config.catalog else None


def option(named: Path | None, found: Workspace | None) -> Option:
    """What a command that is advised has to say of the catalog: nothing, where the workspace remembers it."""
    return () if named is None or named.resolve() == of(found) else ("--catalog", named)


def written(named: Path | None, folder: Path) -> str | None:
    """How the `grader.toml` of a workspace in `folder` names a catalog: as it was typed, the whole path or not."""
    if named is None:
        return None
    with contextlib.suppress(ValueError):  # on another drive
        if not named.is_absolute():
            return Path(os.path.relpath(named.resolve(), folder.resolve())).as_posix()
    return named.resolve().as_posix()


def vouch(folder: Path) -> None:
    """Keeps in mind that the user named this folder; where nothing can be kept, it is to be named each time."""
    mark = _mark(folder)
    if mark is not None and folder.is_dir():
        with contextlib.suppress(OSError):
            mark.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            mark.touch(0o600)


def _is_vouched(folder: Path) -> bool:
    mark = _mark(folder)
    return folder == default_folder().resolve() or (mark is not None and mark.is_file())


def _mark(folder: Path) -> Path | None:
    """The file that says so, in the user's own cache."""
    from grader.judge.store import cache

    home = cache()
    name = hashlib.sha256(os.fsencode(folder.resolve())).hexdigest()
    return home / "catalogs" / name if home else None
