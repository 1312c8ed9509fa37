"""A file of tests, run by the real pytest beside modules that stand in for those that it imports."""

import contextlib
import os
import random
import shutil
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from types import ModuleType

import pytest

from grader.scenario.reports import Report, Run, Runner

MOST_STEPS = 1_000_000  # some thousand times what an honest test needs, and a fraction of a second
_NEEDLESS = (
    "cacheprovider doctest faulthandler junitxml legacypath pastebin setuponly setupplan stepwise terminal "
    "threadexception unraisableexception"
)


def run_tests(file: str, implementations: Sequence[Mapping[str, str]], steps: int = MOST_STEPS) -> list[Report]:
    """What pytest says of a file of tests beside each of the implementations: sources by the names of their files.

    For each of them, tests and modules are imported afresh in a folder of their own, which is gone afterwards, and
    what is random is the same. A test that goes on for more than so many `steps`, instructions of these files, has
    failed. Raises OSError if the file can't be read.
    """
    tests = Path(file).read_bytes()
    name = os.path.basename(file)
    with _folder() as folder, _settled(b"hypothesis" in tests):
        runs = [
            Run(place := f"{folder}{os.sep}{number}", name, _apart(place, {**_encoded(modules), name: tests}))
            for number, modules in enumerate(implementations)
        ]
        runner = Runner(runs, steps)
        options = [folder, f"--rootdir={folder}", f"--basetemp={folder}/tmp", "--capture=sys"]
        options += [option for one in _NEEDLESS.split() for option in ("-p", f"no:{one}")]
        while waiting := len(runner.waiting):  # a run may end its session, and the next one gets another
            with contextlib.suppress(SystemExit):
                pytest.main(options, plugins=[runner])
            if len(runner.waiting) == waiting:
                runner.give_up("pytest could not be started again")
    return [run.report for run in runs]


# --- so that nothing of a run is left, and nothing of an earlier one is there ---


@contextlib.contextmanager
def _folder() -> Iterator[str]:
    folder = os.path.realpath(tempfile.mkdtemp())
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _encoded(modules: Mapping[str, str]) -> dict[str, bytes]:
    return {name: text.encode() for name, text in modules.items()}


def _write(folder: Path, files: Mapping[str, bytes]) -> None:
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)


@contextlib.contextmanager
def _apart(folder: str, files: Mapping[str, bytes]) -> Iterator[None]:
    """A folder with these files, where their names are imported from, and the current one; all that was is put back."""
    tops = {Path(one).parts[0].removesuffix(".py") for one in files}
    path, here, environment, state = list(sys.path), os.getcwd(), dict(os.environ), random.getstate()
    aside = _taken(tops)
    random.seed(0)
    _write(Path(folder), {"pytest.ini": b"[pytest]\n", **files})
    os.chdir(folder)
    try:
        yield
    finally:
        os.chdir(here)
        shutil.rmtree(folder, ignore_errors=True)
        _taken(tops)
        sys.modules.update(aside)
        sys.path[:] = path
        random.setstate(state)
        if os.environ != environment:
            os.environ.clear()
            os.environ.update(environment)


def _taken(tops: set[str]) -> dict[str, ModuleType]:
    """The imported modules with these names at the top, which are imported no more."""
    return {name: sys.modules.pop(name) for name in list(sys.modules) if name.partition(".")[0] in tops}


@contextlib.contextmanager
def _settled(hypothesis: bool) -> Iterator[None]:
    """What is printed goes nowhere, no plugin and no option comes from outside, and nothing is kept."""
    environment, bytecode = dict(os.environ), sys.dont_write_bytecode
    for name in ("PYTEST_ADDOPTS", "PYTEST_PLUGINS"):
        os.environ.pop(name, None)
    os.environ["PYTEST_DISABLE_PLUGIN_AUTOLOAD"] = "1"
    sys.dont_write_bytecode = True
    try:
        with contextlib.ExitStack() as stack:
            nowhere = stack.enter_context(open(os.devnull, "w", encoding="utf-8"))
            stack.enter_context(contextlib.redirect_stdout(nowhere))
            stack.enter_context(contextlib.redirect_stderr(nowhere))
            if hypothesis:
                stack.enter_context(_derandomized())
            yield
    finally:
        sys.dont_write_bytecode = bytecode
        os.environ.clear()
        os.environ.update(environment)


@contextlib.contextmanager
def _derandomized() -> Iterator[None]:
    """Hypothesis draws the same each time, goes by no clock and keeps nothing; where it is installed."""
    try:
        from hypothesis import HealthCheck, Phase, settings
    except ImportError:
        yield  # the tests can't import it, either, and say so
        return
    before = settings.get_current_profile_name()
    settings.register_profile(
        "grader",
        derandomize=True,
        database=None,
        deadline=None,
        suppress_health_check=list(HealthCheck),
        phases=(Phase.explicit, Phase.generate),  # nobody asks for the smallest example
    )
    settings.load_profile("grader")
    try:
        yield
    finally:
        settings.load_profile(before)
