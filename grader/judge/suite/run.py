"""One test at work: the `attempt` that a suite sees, and what it was asked."""

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from grader.catalog import Budgets
from grader.errors import ExerciseError
from grader.judge.keeper.child import Child, Stopped
from grader.judge.keeper.texts import Texts
from grader.judge.keeper.time import must_be_fair, own_waiting
from grader.judge.suite.text import PREFIX, Text

_worked = time.process_time  # bound now, for a suite may put a stand-in into `time`


@dataclass
class ScenarioCall:
    """A call that a test made: the scenario's name and its arguments, and what came back, if anything did."""

    scenario: str
    args: list[Any]
    kwargs: dict[str, Any]
    answer: Any = None
    memory_mb: int = 0  # the ceiling of its process, 0 where there is none


@dataclass
class Comparison:
    """The comparison that a failing `assert` made."""

    operator: str
    left: Any
    right: Any


@dataclass(frozen=True)
class Use:
    """What an attempt has used in one test, in seconds: those that count, its imports included, and its processors'."""

    seconds: float
    cpu_seconds: float


@dataclass
class Run:
    """One test on one attempt: its children, its budget, and the example at hand.

    The test is charged for what its calls use, in all children together, and not for what the judge does.
    """

    open_child: Callable[[int], Child]
    budgets: Budgets
    children: list[Child | None] = field(default_factory=list)
    stale: set[int] = field(default_factory=set)
    calls: list[ScenarioCall] = field(default_factory=list)
    comparison: Comparison | None = None
    answers: int = 0  # of the attempt, to this example's calls
    answer: Any = None  # the last of them
    used: int = 0  # children asked for in this example
    asked: int | None = None  # whose turn it is in this example
    over: set[int] = field(default_factory=set)  # whose turn it has been
    printed: str = ""  # by those
    scenarios: frozenset[str] | None = None  # the names there are, if they are known
    texts: Texts | None = None
    lent: Child | None = None  # one that is somebody else's to end
    thorough: bool = False  # each body runs, also on an answer that is known to be right

    def __post_init__(self) -> None:
        self._seconds = self.budgets.test_seconds
        self._work_until: float | None = None  # of the judge's own processor time, where that counts
        self._gone: list[Child] = []  # children that have ended
        self._waited = own_waiting()
        self._read = 0.0  # seconds that reading its text took, beyond what is free

    def allow(self, seconds: float) -> None:
        """More seconds, for what is done beside the test itself: as many, and one call that is begun in the last."""
        self._seconds += seconds + self.budgets.call_seconds

    def end_within(self, seconds: float) -> None:
        """No more than so many seconds from now, be they the attempt's or the judge's."""
        self._seconds = self.charged() + seconds
        self._work_until = _worked() + seconds

    def left(self) -> float:
        """Seconds that there are for what is called now. Raises TooBusy."""
        if self._work_until is not None and _worked() > self._work_until:
            return 0.0
        left = self._seconds - self.spent
        # More exactly only where it may decide: an attempt is not charged for what it waited in all calls together.
        return left if left > self.budgets.call_seconds else self._seconds - self.charged()

    @property
    def spent(self) -> float:
        """Seconds that its calls have taken, with what they waited for a processor."""
        return sum(child.charges.calling for child in self._all)

    def charged(self) -> float:
        """Seconds that the test is charged for by now. Raises TooBusy."""
        children = [child.charges for child in self._all]
        # An answer that is there may wait until the judge gets a processor.
        charged = sum(one.charged() for one in children) - (own_waiting() - self._waited)
        charged = max(charged, sum(one.least for one in children), 0.0)
        must_be_fair(self.spent - charged, self.budgets.test_seconds)
        return charged

    def use(self) -> Use:
        """What the attempt has used by now."""
        charged = self.charged()  # looks at them
        imports = sum(one.charges.processes.charged(one.charges.importing, 0.0) for one in self._all)
        return Use(charged + imports + self._read, sum(one.charges.ran for one in self._all))

    @property
    def _all(self) -> list[Child]:
        return [*self._gone, *(child for child in self.children if child is not None)]

    def start_over(self) -> None:
        """Ends the children: what is called from here on is called in new ones."""
        self.charged()
        self._gone = self._all
        for child in self._gone:
            child.end()
        self.children = []

    def begin_example(self) -> None:
        """From here on every child imports the attempt afresh before its next call."""
        self.stale = set(range(len(self.children)))
        self.calls = []
        self.comparison = None
        self.answers = 0
        self.used = 0
        self.asked = None
        self.over = set()
        self.printed = ""

    def attempt(self, memory_mb: int = 0) -> "Attempt":
        """The attempt in a child that nothing else in this example uses, under a ceiling where one is asked for.

        Raises ExerciseError for a ceiling that is none.
        """
        most = self.budgets.memory_mb
        if type(memory_mb) is not int or not 0 <= memory_mb <= most:
            raise ExerciseError(f"a ceiling is a whole number of MB up to the budget's {most}, not {memory_mb!r}")
        self.used += 1
        if len(self.children) < self.used:
            self.children.append(None)
        return Attempt(self, self.used - 1, memory_mb)

    def call(self, place: int, scenario: str, args: list[Any], kwargs: dict[str, Any], memory_mb: int = 0) -> Any:
        self.calls.append(made := ScenarioCall(scenario, args, kwargs, memory_mb=memory_mb))
        self._take_turn(place, scenario)
        child = self.children[place]
        if child is not None and child.memory_mb != memory_mb:  # another example's, for a ceiling is there for good
            self._finish(place, child)
            child = None
        if child is None:
            child = self.children[place] = self.open_child(memory_mb)
            (self.stale.add if child.used else self.stale.discard)(place)
        renew = place in self.stale
        self.stale.discard(place)
        made.answer = self.answer = child.call(scenario, args, kwargs, renew, self.left)
        self.answers += 1
        return self.answer

    def early(self) -> bytes:
        """What this example's first call has returned, if that was foreseen, as it crossed the wire; else empty."""
        child = self.children[0] if self.children and not self.thorough else None
        try:
            return b"" if child is None else child.early(self.left)
        except Stopped:
            return b""  # which comes again when the call is made

    def skip(self) -> None:
        """Does not make this example's only call: what has come `early` is known to be right."""
        child = self.children[0]
        assert child is not None
        child.skip()

    def ask(self, tool: str, options: dict[str, Any]) -> Any:
        """What a tool finds in the attempt's text."""
        self.calls.append(made := ScenarioCall(PREFIX + tool, [], options))
        if self.texts is None:
            raise ExerciseError("there is no text of an attempt here to be read")
        if self.left() <= 0:
            raise Stopped("timed_out", f"the test takes longer than {self.budgets.test_seconds:g} s")
        made.answer, seconds = self.texts.ask(tool, options)
        self._seconds -= seconds
        self._read += seconds
        self.answer = made.answer
        self.answers += 1
        return self.answer

    def keep(self) -> tuple[Any, ...]:
        """What is known of the example at hand, for `recall`."""
        return self.calls, self.comparison, self.answers, self.answer

    def recall(self, kept: tuple[Any, ...]) -> None:
        """Makes an earlier example the one at hand."""
        self.calls, self.comparison, self.answers, self.answer = kept

    def compared(self, operator: str, left: Any, right: Any) -> None:
        """Hears of a comparison that an `assert` rests on and that does not hold."""
        self.comparison = Comparison(operator, left, right)

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
                self._finish(other, child)

    def _finish(self, place: int, child: Child) -> None:
        self.charged()  # looks at it while it is there
        child.finish()
        self.printed += child.output
        self._gone.append(child)
        self.children[place] = None

    def check_scenario(self, name: str) -> None:
        """Raises ExerciseError if the suite calls a scenario that is none."""
        if self.scenarios is not None and name not in self.scenarios:
            raise ExerciseError(f"the suite calls attempt.{name}, which scenarios.py does not define")

    @property
    def output(self) -> str:
        return self.printed + "".join(child.output for child in self.children if child is not None)

    def end(self) -> None:
        """Ends the children, but for the one that is `lent`."""
        for child in self.children:
            if child is not None:
                (child.pause if child is self.lent else child.end)()


class Attempt:
    """What the suite calls `attempt`: each attribute is a scenario, to be called."""

    def __init__(self, run: Run, place: int, memory_mb: int = 0) -> None:
        self._run = run
        self._place = place
        self._memory_mb = memory_mb

    def __getattr__(self, scenario: str) -> Callable[..., Any]:
        if scenario.startswith("_"):
            raise AttributeError(scenario)

        def call(*args: Any, **kwargs: Any) -> Any:
            self._run.check_scenario(scenario)
            return self._run.call(self._place, scenario, list(args), kwargs, self._memory_mb)

        return call

    @property
    def text(self) -> Text:
        """The attempt's text, as mypy, ruff and Python's parser read it."""
        return Text(self._run.ask)

    def fresh(self) -> "Attempt":
        """The same attempt in another process, which knows nothing of what this one has seen.

        They run one after the other: when it is first asked, the processes before it end.
        """
        return self._run.attempt(self._memory_mb)

    def within(self, *, memory_mb: int) -> "Attempt":
        """The same attempt in another process, which may allocate no more than so many MB beyond what it has before
        the attempt is imported. It can't be lifted there, and holds nowhere else.

        Raises ExerciseError for a ceiling that is none.
        """
        most = self._run.budgets.memory_mb
        if type(memory_mb) is not int or not 0 < memory_mb <= most:
            raise ExerciseError(f"a ceiling is a whole number of MB up to the budget's {most}, not {memory_mb!r}")
        return self._run.attempt(memory_mb)
