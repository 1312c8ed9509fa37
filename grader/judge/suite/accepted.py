"""What a suite may be made of: one function says for each test what it can't be, whichever command asks.

What pytest would leave out with a warning, or run in another way than the judge does, is refused where the
suite is collected, in one line that says what to write instead.
"""

import inspect
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import settings

REFUSED_MARKS = ("skip", "skipif", "xfail")


def class_problem(kind: type) -> str | None:
    """Why the tests of a class called `Test…` would be left out, and what to write; None if they are not."""
    if any(base.__module__.partition(".")[0] == "unittest" for base in kind.__mro__):
        return f"{kind.__name__} is a unittest class: write a plain class, with setup_method and assert"
    if kind.__init__ is not object.__init__ or kind.__new__ is not object.__new__:  # type: ignore[misc, comparison-overlap]
        return f"{kind.__name__} has a constructor: write setup_method in its place"
    return None


def test_problem(item: pytest.Item) -> str | None:
    """Why a test can't be judged, and what to write instead; None if it can."""
    if not isinstance(item, pytest.Function):
        return f"{item.name} is no function"
    return next(_problems(item), None)


def _problems(item: pytest.Function) -> Iterator[str]:
    name, body = item.originalname, _body(item)
    for mark in item.iter_markers():
        if mark.name in REFUSED_MARKS:
            yield f"{name} is marked {mark.name}: a claim that is not judged is taken out"
    if inspect.iscoroutinefunction(body) or inspect.isasyncgenfunction(body):
        yield f"{name} is a coroutine: write def, and let the scenario run the event loop"
    if inspect.isgeneratorfunction(body):
        yield f"{name} yields: write return, and parametrize"
    if isinstance(inspect.getattr_static(item.cls, name, None), staticmethod | classmethod):
        yield f"{name} is a static or class method: write a plain one"
    if "attempt" not in inspect.signature(body).parameters:
        yield f"{name} does not take attempt, so it would pass for everybody: add the argument"
    yield from _fixture_problems(item, name)
    yield from _settings_problems(item, name)


def _body(item: pytest.Function) -> Any:
    """The function that the author wrote, within what Hypothesis makes of it."""
    handle = getattr(item.obj, "hypothesis", None)
    return handle.inner_test if handle is not None else inspect.unwrap(item.function)


def _fixture_problems(item: pytest.Function, name: str) -> Iterator[str]:
    known = item._fixtureinfo.name2fixturedefs
    for wanted in item.fixturenames:
        found = known.get(wanted)
        if found is None and wanted != "request" and wanted not in parameters(item):
            yield f"{name} asks for {wanted}, which is no fixture and no parameter"
        for one in found or ():
            if "attempt" in one.argnames:
                yield f"the fixture {wanted} asks for attempt: let it return a function, which the test calls with it"
            if inspect.iscoroutinefunction(one.func) or inspect.isasyncgenfunction(one.func):
                yield f"the fixture {wanted} is a coroutine: write def"


def _settings_problems(item: pytest.Function, name: str) -> Iterator[str]:
    asked = getattr(item.obj, "_hypothesis_internal_use_settings", None)  # None where it is no property
    own = getattr(item.obj, "_hypothesis_internal_settings_applied", False)
    if own or (asked is not None and asked is not settings.get_profile("judge")):
        yield f"{name} has settings of its own, which are the judge's: for fewer examples write @examples(N)"


def parameters(item: pytest.Function) -> dict[str, Any]:
    """What parametrization hands the test itself, and not one of its fixtures."""
    given: dict[str, Any] = dict(getattr(getattr(item, "callspec", None), "params", {}))
    known = item._fixtureinfo.name2fixturedefs
    # Not public: pytest makes a fixture of its own for each direct parameter.
    direct = [name for name in given if all(one.func.__module__.startswith("_pytest") for one in known.get(name, ()))]
    return {name: given[name] for name in direct}


def is_set_up(item: pytest.Function) -> bool:
    """Whether something has to be done before the body of a test can run: fixtures, `setup_method` and their like."""
    return bool(set(item.fixturenames) - {"attempt", "request", *parameters(item)})
