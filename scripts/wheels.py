"""Builds both distributions: `exercise-grader`, with the catalog, and `exercise-grader-core`, without any exercise.

    python scripts/wheels.py DIR

They are one package; the second is built from a copy of its sources whose pyproject.toml has another name and takes no
catalog along.
"""

import shutil
import subprocess
import sys
import tempfile
import tomllib
from pathlib import Path

import tomli_w

ROOT = Path(__file__).parent.parent
NAME = "exercise-grader-core"
TAKEN = ("grader", "LICENSE", "README.md")


def main(out: Path) -> None:
    """Writes the two wheels into `out`."""
    with tempfile.TemporaryDirectory() as folder:
        core = Path(folder) / NAME
        sources(core)
        for project in (ROOT, core):
            build(project, out)


def sources(folder: Path) -> None:
    """Writes the sources of the distribution without a catalog."""
    folder.mkdir()
    for name in TAKEN:
        path = ROOT / name
        copy = shutil.copytree if path.is_dir() else shutil.copy
        copy(path, folder / name)
    said = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    said["project"]["name"] = NAME
    said["project"]["description"] += " Without exercises: a class brings its own."
    del said["tool"]["hatch"]["build"]["targets"]["wheel"]["force-include"]
    (folder / "pyproject.toml").write_text(tomli_w.dumps(said), "utf-8")


def build(project: Path, out: Path) -> None:
    """Builds the wheel of one project."""
    command = [sys.executable, "-m", "pip", "wheel", "-q", "--no-deps", "-w", str(out), str(project)]
    subprocess.run(command, check=True, cwd=project)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
