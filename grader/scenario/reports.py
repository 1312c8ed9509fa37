"""A plugin of pytest's that runs one file of tests in folder after folder, and writes down what becomes of it."""

import contextlib
import importlib
import itertools
import os
import re
from collections.abc import Generator, Sequence
from contextlib import AbstractContextManager
from types import TracebackType
from typing import Any, NamedTuple

import pytest

from grader.jail.tracebacks import message
from grader.scenario.steps import Steps

_ADDRESS = re.compile(r" at 0x[0-9a-fA-F]+")
Wrapper = Generator[None, Any, Any]

_PLUGINS = "capture debugging fixtures logging monkeypatch python recwarn skipping subtests tmpdir unittest warnings"
for _name in _PLUGINS.split():
    with contextlib.suppress(ImportError):  # now, once for all children of a jail: pytest would import them for each
        importlib.import_module(f"_pytest.{_name}")


class Report(NamedTuple):
    """What became of the tests of a file, by their names."""

    passed: list[str]
    failed: dict[str, str]  # and why, in one line
    errors: dict[str, str]  # what went wrong before or after the test itself, as in a fixture
    skipped: list[str]  # those that were expected to fail among them
    problem: str | None  # why they could not be run, or not all of them

    @property
    def green(self) -> bool:
        """Whether at least one test passed, and nothing went wrong."""
        return bool(self.passed) and not self.failed and not self.errors and self.problem is None


class Run:
    """A file of tests in a folder; `apart` is what it is run in."""

    def __init__(self, folder: str, name: str, apart: AbstractContextManager[None]) -> None:
        self.folder = folder
        self.name = name
        self.apart = apart
        self.problem: str | None = None
        self.ends: dict[str, str] = {}
        self.reasons: dict[str, str] = {}

    @property
    def report(self) -> Report:
        failed, errors = (
            {name: self.reasons.get(name, "") for name, end in self.ends.items() if end == kind}
            for kind in ("failed", "error")
        )
        passed, skipped = ([name for name, end in self.ends.items() if end == kind] for kind in ("passed", "skipped"))
        problem = self.problem or (None if self.ends else "there is no test in it")
        return Report(passed, failed, errors, skipped, problem)

    def why(self, error: BaseException) -> str:
        """An exception in one line, the same wherever it was run, with its line in the files of the folder."""
        told, _, _ = message(error).strip().partition("\n")
        kind = type(error).__name__
        if not told.startswith("assert "):
            told = f"{kind}: {told}" if told else kind
        told = _ADDRESS.sub("", told).replace(self.folder + os.sep, "").replace(self.folder, "")
        return f"{told}{self._place(error.__traceback__)}"

    def _place(self, entry: TracebackType | None) -> str:
        place = ""
        while entry is not None:
            path = entry.tb_frame.f_code.co_filename
            if path.startswith(self.folder + os.sep):
                place = f" ({os.path.relpath(path, self.folder)}, line {entry.tb_lineno})"
            entry = entry.tb_next
        return place


_NONE = Run("", "", contextlib.nullcontext())


class Runner:
    """The plugin: one session of pytest does all runs that are waiting, up to one that ends the session."""

    def __init__(self, runs: Sequence[Run], steps: int) -> None:
        self.waiting = list(runs)
        self._most = steps
        self._run = _NONE
        self._steps = Steps("", steps)

    def give_up(self, why: str) -> None:
        """None of those that are waiting can be run."""
        for run in self.waiting:
            run.problem = why
        self.waiting.clear()

    @pytest.hookimpl(tryfirst=True)
    def pytest_collection(self) -> bool:
        return True  # which each run does for itself

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        while self.waiting and self._run.problem is None:
            self._run = self.waiting.pop(0)
            self._steps = Steps(self._run.folder + os.sep, self._most)
            with self._run.apart:
                try:
                    self._do(session)
                except BaseException as error:  # the tests' doing: pytest.exit, KeyboardInterrupt, a broken fixture
                    self._run.problem = f"the run was ended: {self._run.why(error)}"
        return True

    def _do(self, session: pytest.Session) -> None:
        pytest.register_assert_rewrite(self._run.name.removesuffix(".py"))
        items: list[pytest.Item | None] = [*session.perform_collect([os.path.join(self._run.folder, self._run.name)])]
        for item, following in itertools.pairwise([*items, None]):
            session.config.hook.pytest_runtest_protocol(item=item, nextitem=following)

    def pytest_sessionstart(self) -> None:
        self._run = _NONE

    def pytest_configure(self, config: pytest.Config) -> None:
        config.option.tbstyle = "line"  # nobody reads more

    @pytest.hookimpl(wrapper=True)
    def pytest_make_collect_report(self) -> Wrapper:
        with self._steps:
            return (yield)

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_setup(self) -> Wrapper:
        with self._steps:
            return (yield)

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_call(self) -> Wrapper:
        with self._steps:
            return (yield)

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_teardown(self) -> Wrapper:
        with self._steps:
            return (yield)

    def pytest_exception_interact(self, node: pytest.Collector | pytest.Item, call: pytest.CallInfo[Any]) -> None:
        if call.excinfo is None:
            return
        error = call.excinfo.value
        if isinstance(node, pytest.Collector):
            self._run.problem = f"it can't be imported: {self._run.why(error.__cause__ or error)}"
        else:
            self._run.reasons.setdefault(_test(node.nodeid), self._run.why(error))

    def pytest_collectreport(self, report: pytest.CollectReport) -> None:
        if report.skipped:
            reason = report.longrepr[2] if isinstance(report.longrepr, tuple) else str(report.longrepr)
            self._run.problem = f"all of it is skipped: {reason.removeprefix('Skipped: ')}"

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        name = _test(report.nodeid)
        ends = self._run.ends
        if report.failed:
            ends[name] = "failed" if report.when == "call" else "error"
        elif report.skipped or hasattr(report, "wasxfail"):
            ends.setdefault(name, "skipped")
        elif report.when == "call":
            ends.setdefault(name, "passed")


def _test(node_id: str) -> str:
    """The name of a test within its file."""
    return node_id.partition("::")[2]
