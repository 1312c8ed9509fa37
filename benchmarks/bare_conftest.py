"""Bare pytest: the attempt imported beside the tests. Becomes the `conftest.py` of a throwaway folder.

The same suite, the same number of examples, the same fresh import for each example as in the judge, and no jail.
"""

import os
import shutil
import sqlite3
import sys
import time
import types
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, settings

HERE = Path(__file__).parent
MODULE = os.environ["MODULE"]
settings.register_profile(
    "bare",
    database=None,
    deadline=None,
    derandomize=True,
    max_examples=int(os.environ["EXAMPLES"]),
    phases=(Phase.explicit, Phase.generate, Phase.shrink),
    suppress_health_check=list(HealthCheck),
)
settings.load_profile("bare")
CODE = {
    name: compile((HERE / f"{name}.py").read_bytes(), str(HERE / f"{name}.py"), "exec")
    for name in ("scenarios", MODULE)
}
# Hypothesis and pytest read the clocks, which scenarios replace; the real ones are put back after each call.
CLOCKS = dict(vars(time))
CONNECT = sqlite3.connect


class Seen(dict):
    """A mapping with attribute access, as the judge has it."""

    def __getattr__(self, name):
        try:
            return self[name]
        except KeyError:
            raise AttributeError(name) from None


MODULES = {name: types.ModuleType(name) for name in CODE}
sys.modules.update(MODULES)


def fresh(name):
    """The module, run again in place: a new one in `sys.modules` would have Hypothesis look for constants again."""
    module = MODULES[name]
    vars(module).clear()
    vars(module).update(__name__=name, __file__=f"{name}.py")
    exec(CODE[name], vars(module))
    return module


class Attempt:
    """Calls scenarios in this very process."""

    def fresh(self):
        return Attempt()

    def __getattr__(self, scenario):
        if scenario.startswith(("_", "hypothesis")):
            raise AttributeError(scenario)

        def call(*args, **kwargs):
            for left in os.listdir():
                shutil.rmtree(left) if os.path.isdir(left) else os.unlink(left)
            try:
                scenarios = fresh("scenarios")
                fresh(MODULE)
                value = getattr(scenarios, scenario)(*args, **kwargs)
            finally:
                vars(time).update(CLOCKS)
                sqlite3.connect = sqlite3.dbapi2.connect = CONNECT
            return Seen(value) if type(value) is dict else value

        return call


@pytest.fixture
def attempt(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return Attempt()
