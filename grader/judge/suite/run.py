"""One test at work: the `attempt` that a suite sees, and what it was asked."""

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from grader.catalog import Budgets
from grader.errors import ExerciseError
from grader.judge.keeper.child import Child

_now = time.monotonic


@dataclass(frozen=True)
class ScenarioCall:
    """A call that a test made: the scenario's name and its arguments."""

    scenario: str
    args: list[Any]
    kwargs: dict[str, Any]


@dataclass
class Comparison:
    """The comparison that a failing `assert` made, as pytest saw it."""

    operator: str
    left: Any
    right: Any


@dataclass
class Run:
    """One test on one attempt: its children, its budget, and the example at hand."""

    open_child: Callable[[], Child]
    budgets: Budgets
    children: list[Child | None] = field(default_factory=list)
    stale: set[int] = field(default_factory=set)
    calls: list[ScenarioCall] = field(default_factory=list)
    comparison: Comparison | None = None
    used: int = 0  # children asked for in this example
    asked: int | None = None  # whose turn it is in this example
    over: set[int] = field(default_factory=set)  # whose turn it has been
    printed: str = ""  # by those
    deadline: float = 0.0
    scenarios: frozenset[str] | None = None  # the names there are, if they are known

    def __post_init__(self) -> None:
        self.extend()

    def extend(self) -> None:
        """A whole new budget of seconds from now."""
        self.deadline = _now() + self.budgets.test_seconds

    def allow(self, seconds: float) -> None:
        """More seconds, for what is done beside the test itself: as many, and one call that is begun in the last."""
        self.deadline += seconds + self.budgets.call_seconds

    def end_within(self, seconds: float) -> None:
        """No more than so many seconds from now."""
        self.deadline = _now() + seconds

    def start_over(self) -> None:
        """Ends the children: what is called from here on is called in new ones."""
        self.end()
        self.children = []

    def begin_example(self) -> None:
        """From here on every child imports the attempt afresh before its next call."""
        self.stale = set(range(len(self.children)))
        self.calls = []
        self.comparison = None
        self.used = 0
        self.asked = None
        self.over = set()
        self.printed = ""

    def attempt(self) -> "Attempt":
        """The attempt in a child that nothing else in this example uses."""
        self.used += 1
        if len(self.children) < self.used:
            self.children.append(None)
        return Attempt(self, self.used - 1)

    def call(self, place: int, scenario: str, args: list[Any], kwargs: dict[str, Any]) -> Any:
        self.calls.append(ScenarioCall(scenario, args, kwargs))
        self._take_turn(place, scenario)
        child = self.children[place]
        if child is None:
            child = self.children[place] = self.open_child()
            self.stale.discard(place)
        renew = place in self.stale
        self.stale.discard(place)
        return child.call(scenario, args, kwargs, renew, self.deadline)

    def _take_turn(self, place: int, scenario: str) -> None:
        """Ends the children at other places: no two are there at a time, to tell each other something.

        Raises ExerciseError if the one at this place has ended so.
        """
        if place in self.over:
            raise ExerciseError(
                f"the suite calls attempt.{scenario} of an attempt whose process has ended: a fresh one was asked "
                "since, and they run one after the other; ask it all that you want to know before that"
            )
        if place == self.asked:
            return
        if self.asked is not None:
            self.over.add(self.asked)
        self.asked = place
        for other, child in enumerate(self.children):
            if child is not None and other != place:
                child.finish()
                self.printed += child.output
                self.children[other] = None

    def check_scenario(self, name: str) -> None:
        """Raises ExerciseError if the suite calls a scenario that is none."""
        if self.scenarios is not None and name not in self.scenarios:
            raise ExerciseError(f"the suite calls attempt.{name}, which scenarios.py does not define")

    @property
    def output(self) -> str:
        return self.printed + "".join(child.output for child in self.children if child is not None)

    def end(self) -> None:
        """Ends the children."""
        for child in self.children:
            if child is not None:
                child.end()


class Attempt:
    """What the suite calls `attempt`: each attribute is a scenario, to be called."""

    def __init__(self, run: Run, place: int) -> None:
        self._run = run
        self._place = place

    def __getattr__(self, scenario: str) -> Callable[..., Any]:
        if scenario.startswith("_"):
            raise AttributeError(scenario)

        def call(*args: Any, **kwargs: Any) -> Any:
            self._run.check_scenario(scenario)
            return self._run.call(self._place, scenario, list(args), kwargs)

        return call

    def fresh(self) -> "Attempt":
        """The same attempt in another process, which knows nothing of what this one has seen.

        They run one after the other: when it is first asked, the processes before it end.
        """
        return self._run.attempt()
