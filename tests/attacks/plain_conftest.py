"""What a grader without a jail looks like: the suite, the scenarios and the attempt in one process of pytest.

This file becomes the `conftest.py` of a throwaway folder; see `plain.py`. It is crude on purpose, but no straw man:
every example starts from a fresh import, values that come back are compared as they are, and a report is written.
"""

import json
import os
import sys
import types
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, settings

HERE = Path(__file__).parent
MODULE = os.environ["MODULE"]
settings.register_profile(
    "plain",
    database=None,
    deadline=None,
    derandomize=True,
    max_examples=5,
    phases=(Phase.explicit, Phase.generate),
    suppress_health_check=list(HealthCheck),
)
settings.load_profile("plain")
passed = []


class Seen(dict):
    def __getattr__(self, name):
        try:
            return self[name]
        except KeyError:
            raise AttributeError(name) from None


def seen(value):
    return Seen(value) if type(value) is dict else value


def load(name, path):
    module = types.ModuleType(name)
    module.__file__ = str(path)
    sys.modules[name] = module
    exec(compile(path.read_bytes(), str(path), "exec"), module.__dict__)
    return module


class Attempt:
    def __getattr__(self, scenario):
        if scenario.startswith("_"):
            raise AttributeError(scenario)

        def call(*args, **kwargs):
            scenarios = load("scenarios", HERE / "scenarios.py")
            load(MODULE, HERE / f"{MODULE}.py")
            return seen(getattr(scenarios, scenario)(*args, **kwargs))

        return call


@pytest.fixture
def attempt():
    for path in HERE.glob("*.db"):
        path.unlink()
    return Attempt()


def pytest_configure(config):
    config.addinivalue_line("markers", "points(number): what a test is worth")


def pytest_collection_modifyitems(items):
    # The attempt is imported once beside the tests, as plain graders do.
    load("scenarios", HERE / "scenarios.py")
    load(MODULE, HERE / f"{MODULE}.py")


def pytest_runtest_logreport(report):
    if report.when == "call" and report.outcome == "passed":
        passed.append(report.nodeid.partition("::")[2])


def pytest_sessionfinish(session, exitstatus):
    (HERE / "report.json").write_text(json.dumps({"passed": passed, "status": int(exitstatus)}))
