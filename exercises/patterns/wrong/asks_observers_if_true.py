"""Asking whether the observer is true

An observer with a length is false while it is empty, and `if observer` then takes it for none.
Nobody attaches None here: leave the question out, or ask for `is not None`.

Fails: TestObserver::test_tells_equal_observers_apart
"""


def attach(self, observer: Observer) -> None:
    if observer:
        self._observers.setdefault(id(observer), observer)


Subject.attach = attach
