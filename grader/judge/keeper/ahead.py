"""The children of one attempt's tests: while a test is judged, the child of the next one is at work already.

A child in which a test has passed goes on with another: what it touches, each new one would have to touch anew.
"""

from collections.abc import Callable

from grader.judge.keeper.child import Child

Open = Callable[[int], Child]


class Ahead:
    """Has a child for each of so many tests, the first `lead` tests ahead of its need.

    `open_for(place)` opens the one of the test at `place`, with the calls in it that are foreseen;
    `go_on(place, child)` hands them to one that rests, or says that it can't.
    """

    def __init__(self, tests: int, open_for: Open, go_on: Callable[[int, Child], bool], lead: int) -> None:
        self._tests = tests
        self._open_for = open_for
        self._go_on = go_on
        self.lead = lead
        self._waiting: dict[int, Child] = {}
        self._resting: list[Child] = []

    def child(self, place: int) -> Child:
        """The child of the test at `place`, which is the caller's from now on."""
        for one in range(place, min(place + self.lead + 1, self._tests)):
            if one not in self._waiting:
                self._waiting[one] = self._rested(one) or self._open_for(one)
        child = self._waiting.pop(place)
        if child.orphaned:
            child.end()
            child = self._open_for(place)
        child.beside = self._waiting.get(place + 1)
        return child

    def own(self, place: int) -> Child:
        """A child for the test at `place` in which there has been no other."""
        child = self._open_for(place)
        child.beside = self._waiting.get(place + 1)
        return child

    def rest(self, child: Child) -> None:
        """Takes a child back in which a test has passed."""
        self._resting.append(child)

    def _rested(self, place: int) -> Child | None:
        if not self._resting:
            return None
        child = self._resting.pop()
        if not child.orphaned and self._go_on(place, child):
            return child
        child.end()
        return None

    def close(self) -> None:
        """Ends the children that nobody has asked for."""
        for child in (*self._waiting.values(), *self._resting):
            child.end()
        self._waiting.clear()
        self._resting.clear()


def opener(first: Child, more: Open) -> Open:
    """Hands out `first` to who asks first, if its ceiling is the one that is asked for, and then what `more` opens with
    a ceiling of so many MB, 0 for none; each looks after who works beside it.
    """
    waiting, beside = [first], first.beside

    def open_child(memory_mb: int) -> Child:
        child = waiting.pop() if waiting else more(memory_mb)
        if child.memory_mb != memory_mb:
            child.end()
            child = more(memory_mb)
        child.beside = beside
        return child

    return open_child
