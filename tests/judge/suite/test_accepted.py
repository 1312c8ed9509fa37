"""What a suite may be made of: it works in a check and in a recording alike, or is refused where it is collected."""

from collections.abc import Callable
from pathlib import Path
from textwrap import dedent

import msgspec
import pytest

from grader.judge.client import Judge
from grader.judge.protocol import Done, Fault, Job, Record, Recorded
from tests.judge.suite.conftest import ECHO, HEAD, MANIFEST, SCENARIOS

Both = Callable[[str, int], tuple[Done | Fault, Recorded | Fault]]

GIVEN = "@given(n=st.integers(0, 5))\n"


@pytest.fixture
def both(judge: Judge, tmp_path: Path) -> Both:
    """How a check and a recording of a suite end."""

    def ends(suite: str, points: int) -> tuple[Done | Fault, Recorded | Fault]:
        folder = tmp_path / "exercises" / "tiny"
        folder.mkdir(parents=True)
        (tmp_path / "solutions").mkdir()
        (tmp_path / "solutions" / "tiny.py").write_text(ECHO)
        (folder / "exercise.toml").write_text(MANIFEST.format(points=points))
        (folder / "scenarios.py").write_text(SCENARIOS.replace("MODULE", folder.name))
        (folder / "test_tiny.py").write_text(HEAD + dedent(suite))
        (*_, checked) = judge.judge([Job(str(folder), "x.py", ECHO.encode())])
        (*_, recorded) = judge.judge([Record(str(folder))])
        if isinstance(recorded, Recorded):  # and on what was recorded
            (folder / "examples.msgpack").write_bytes(recorded.data)
            (*_, again) = judge.judge([Job(str(folder), "x.py", ECHO.encode())])
            assert isinstance(checked, Done) == isinstance(again, Done)
            if isinstance(checked, Done) and isinstance(again, Done):
                assert again.result.score == checked.result.score
        assert isinstance(checked, Done | Fault)
        assert isinstance(recorded, Recorded | Fault)
        return checked, recorded

    return ends


def with_fixture(scope: str) -> str:
    return f"""
@pytest.fixture(scope="{scope}")
def base():
    yield 10

class TestIt:
    {GIVEN.strip()}
    def test_it(self, attempt, base, n):
        assert attempt.one(base + n) == 10 + n
"""


WORKS = {
    **{f"a fixture of scope {scope}": with_fixture(scope) for scope in ("function", "class", "module", "session")},
    "a fixture of a fixture": with_fixture("function").replace(
        "def base():\n    yield 10", "def ten(): return 10\n@pytest.fixture\ndef base(ten): return ten"
    ),
    "an autouse fixture": f"""
@pytest.fixture(autouse=True)
def base():
    global BASE
    BASE = 10
    yield

{GIVEN}def test_it(attempt, n):
    assert attempt.one(n + BASE) == 10 + n
""",
    "a parametrized fixture": f"""
@pytest.fixture(params=[1, 2])
def base(request): return request.param * 10

{GIVEN}def test_it(attempt, base, n):
    assert base >= 10
    assert attempt.one(n) == n
""".replace("    assert base >= 10\n", ""),
    "parametrize": f"@pytest.mark.parametrize('k', [1, 2])\n{GIVEN}def test_it(attempt, k, n):\n"
    "    assert attempt.one(n * k) == n * k",
    "parametrize through a fixture": f"""
@pytest.fixture
def base(request): return request.param * 10

@pytest.mark.parametrize("base", [1, 2], indirect=True)
@pytest.mark.parametrize("k", [3, 4])
{GIVEN}def test_it(attempt, base, k, n):
    assert attempt.one(n + base + k) - n - k in (10, 20)
""",
    "setup_method": f"""
class TestIt:
    def setup_method(self):
        self.base = 10
    {GIVEN.strip()}
    def test_it(self, attempt, n):
        assert attempt.one(n + self.base) == n + 10
""",
    "setup_class": f"""
class TestIt:
    @classmethod
    def setup_class(cls):
        cls.base = 10
    {GIVEN.strip()}
    def test_it(self, attempt, n):
        assert attempt.one(n + self.base) == n + 10
""",
    "setup_module": f"""
def setup_module():
    global BASE
    BASE = 10
{GIVEN}def test_it(attempt, n):
    assert attempt.one(n + BASE) == n + 10
""",
    "usefixtures": f"""
BASE = []
@pytest.fixture
def base():
    BASE[:] = [10]
@pytest.mark.usefixtures("base")
{GIVEN}def test_it(attempt, n):
    assert attempt.one(n + BASE[0]) == n + 10
""",
    "pytest's own fixtures": f"{GIVEN}def test_it(attempt, tmp_path, n):\n"
    "    assert attempt.one(str(tmp_path)) == str(tmp_path)",
    "positional strategies": "@given(st.integers())\ndef test_it(attempt, n):\n    assert attempt.one(n) == n",
    "fewer examples": "from grader.suite import examples\n@examples(2)\n"
    f"{GIVEN}def test_it(attempt, n):\n    assert attempt.one(n) == n",
    "a class in a class": "class TestOuter:\n    class TestInner:\n        def test_it(self, attempt):\n"
    "            assert attempt.one(1) == 1",
    "no property": "@pytest.fixture\ndef base(): return 1\n"
    "def test_it(attempt, base):\n    assert attempt.one(base) == 1",
    "an abstract part": "class Base:\n    def test_it(self, attempt):\n        assert attempt.one(1) == 1\n"
    "class TestIt(Base): pass",
}


@pytest.mark.parametrize("suite", WORKS.values(), ids=WORKS)
def test_what_is_accepted_works_in_a_check_and_in_a_recording(both: Both, suite: str) -> None:
    checked, recorded = both(suite, 1)

    assert isinstance(checked, Done), checked
    assert checked.result.full, checked.result.tests
    assert isinstance(recorded, Recorded), recorded
    if "@given" in suite:
        assert len(msgspec.msgpack.decode(recorded.data)["tests"]) == len(checked.result.tests)


REFUSED = {
    "a coroutine": ("async def test_it(attempt): attempt.one(1)", "test_it is a coroutine: write def"),
    "a coroutine beside given": (f"{GIVEN}async def test_it(attempt, n): attempt.one(n)", "test_it is a coroutine"),
    "a coroutine in a class": ("class TestIt:\n    async def test_it(self, attempt): pass", "test_it is a coroutine"),
    "a generator": ("def test_it(attempt):\n    yield attempt.one(1)", "yield"),
    "unittest": ("import unittest\nclass TestIt(unittest.TestCase):\n    def test_it(self): pass", "unittest class"),
    "a state machine": (
        "from hypothesis.stateful import RuleBasedStateMachine, rule\nclass M(RuleBasedStateMachine):\n"
        "    @rule()\n    def r(self): pass\nTestIt = M.TestCase",
        "unittest class",
    ),
    "a constructor": (
        "class TestIt:\n    def __init__(self): self.x = 1\n    def test_it(self, attempt): pass",
        "TestIt has a constructor: write setup_method",
    ),
    "skip": ("@pytest.mark.skip\ndef test_it(attempt): pass", "test_it is marked skip"),
    "skipif": ("@pytest.mark.skipif(False, reason='x')\ndef test_it(attempt): pass", "test_it is marked skipif"),
    "xfail": ("@pytest.mark.xfail\nclass TestIt:\n    def test_it(self, attempt): pass", "test_it is marked xfail"),
    "no attempt": ("def test_it(): pass", "test_it does not take attempt"),
    "no attempt beside given": (f"{GIVEN}def test_it(n): pass", "test_it does not take attempt"),
    "no such fixture": ("def test_it(attempt, other): pass", "test_it asks for other, which is no fixture"),
    "no such fixture beside given": (f"{GIVEN}def test_it(attempt, other, n): pass", "asks for other"),
    "a fixture with the attempt": (
        "@pytest.fixture\ndef seen(attempt): return attempt.one(1)\ndef test_it(attempt, seen): pass",
        "the fixture seen asks for attempt",
    ),
    "a fixture of a fixture with the attempt": (
        "@pytest.fixture\ndef a(attempt): return 1\n@pytest.fixture\ndef b(a): return a\n"
        f"{GIVEN}def test_it(attempt, b, n): pass",
        "the fixture a asks for attempt",
    ),
    "a fixture that is a coroutine": (
        "@pytest.fixture\nasync def a(): return 1\ndef test_it(attempt, a): pass",
        "the fixture a is a coroutine",
    ),
    **{
        f"settings, {own}": (
            f"from hypothesis import HealthCheck, settings\n@settings({own})\n{GIVEN}def test_it(attempt, n): pass",
            "test_it has settings of its own, which are the judge's: for fewer examples write @examples(N)",
        )
        for own in ("deadline=5", "deadline=None", "max_examples=5", "suppress_health_check=[HealthCheck.too_slow]")
    },
    "settings within": (
        f"from hypothesis import settings\n{GIVEN}@settings(max_examples=5)\ndef test_it(attempt, n): pass",
        "test_it has settings of its own",
    ),
    "a profile": (
        "from hypothesis import settings\nsettings.register_profile('own', max_examples=5)\n"
        f"settings.load_profile('own')\n{GIVEN}def test_it(attempt, n): pass",
        "test_it has settings of its own",
    ),
    "a static method": (
        "class TestIt:\n    @staticmethod\n    def test_it(attempt): pass",
        "test_it is a static or class method",
    ),
    "a match on a number": ("def test_it(attempt):\n    match attempt.one(1):\n        case 1: pass", "case 1"),
    "a module that skips itself": ("pytest.skip('no', allow_module_level=True)", "can't be collected"),
}


@pytest.mark.parametrize(("suite", "said"), REFUSED.values(), ids=REFUSED)
def test_what_is_refused_is_so_for_everybody_in_one_line(both: Both, suite: str, said: str) -> None:
    for end in both(suite, 1):
        assert isinstance(end, Fault), end
        assert said in end.message
        assert "\n" not in end.message
