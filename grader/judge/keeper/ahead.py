"""The children of one attempt's tests: while a test is judged, the child of the next one is at work already."""

from collections.abc import Callable

from grader.judge.keeper.child import Child

Open = Callable[[int], Child]


class Ahead:
    """Opens a child for each of so many tests, the first `lead` tests ahead of its need.

    `open_for(place)` opens the one of the test at `place`, with the calls in it that are foreseen.
    """

    def __init__(self, tests: int, open_for: Open, lead: int) -> None:
        self._tests = tests
        self._open_for = open_for
        self.lead = lead
        self._waiting: dict[int, Child] = {}

    def child(self, place: int) -> Child:
        """The child of the test at `place`, which is the caller's from now on."""
        for one in range(place, min(place + self.lead + 1, self._tests)):
            if one not in self._waiting:
                self._waiting[one] = self._open_for(one)
        child = self._waiting.pop(place)
        if child.orphaned:
            child.end()
            child = self._open_for(place)
        child.beside = self._waiting.get(place + 1)
        return child

    def close(self) -> None:
        """Ends the children that nobody has asked for."""
        while self._waiting:
            self._waiting.popitem()[1].end()


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
