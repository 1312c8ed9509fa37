"""Real repositories, made object by object, so that they can hold what no honest git would write."""

import os
import subprocess
from dataclasses import dataclass, field
from pathlib import Path

PATH = "decorators/decorators.py"
TEXT = b"def timer(f):\n    return f\n"
WHEN = "2026-12-01T12:00:00+00:00"


@dataclass
class Fork:
    """A bare repository that serves what it is told to hold."""

    folder: Path
    env: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        who = {f"GIT_{one}_{what}": value for one in ("AUTHOR", "COMMITTER") for what, value in _WHO.items()}
        self.env = {"PATH": os.environ["PATH"], "GIT_CONFIG_GLOBAL": os.devnull, "HOME": "/nonexistent", **who}
        if not self.folder.exists():
            self.folder.mkdir(parents=True)
            self.git("init", "--quiet", "--bare", "--initial-branch=main")
            self.git("config", "uploadpack.allowFilter", "true")

    @property
    def url(self) -> str:
        return self.folder.as_uri()

    def git(self, *words: str, given: bytes = b"") -> str:
        done = subprocess.run(
            ["git", *words], cwd=self.folder, env=self.env, input=given, capture_output=True, check=True
        )
        return done.stdout.decode().strip()

    def blob(self, data: bytes) -> str:
        return self.git("hash-object", "-w", "--stdin", given=data)

    def tree(self, *entries: tuple[str, str, str]) -> str:
        """A tree of (mode, name, object), in the order and with the names that are given."""
        raw = b"".join(f"{mode} {name}\0".encode() + bytes.fromhex(one) for mode, name, one in entries)
        return self.git("hash-object", "-t", "tree", "-w", "--literally", "--stdin", given=raw)

    def commit(self, tree: str, branch: str = "main") -> str:
        """A commit without parents on that branch."""
        made = self.git("commit-tree", tree, "-m", "work")
        self.git("update-ref", f"refs/heads/{branch}", made)
        return made

    def put(self, path: str = PATH, data: bytes = TEXT, mode: str = "100644", branch: str = "main") -> str:
        """A commit that holds one file."""
        return self.put_all({path: data}, mode, branch)

    def put_all(self, files: dict[str, bytes], mode: str = "100644", branch: str = "main") -> str:
        """A commit that holds these files, each in one folder or none."""
        folders: dict[str, list[tuple[str, str, str]]] = {}
        for path, data in sorted(files.items()):
            folder, _, name = path.rpartition("/")
            folders.setdefault(folder, []).append((mode, name, self.blob(data)))
        top = folders.pop("", [])
        top += [("40000", folder, self.tree(*entries)) for folder, entries in folders.items()]
        return self.commit(self.tree(*sorted(top, key=lambda one: one[1])), branch)


_WHO = {"NAME": "Somebody", "EMAIL": "somebody@example.org", "DATE": WHEN}
