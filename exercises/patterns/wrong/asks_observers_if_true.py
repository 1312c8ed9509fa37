"""Asking whether the observer is true

An observer with a length is false while it is empty, and `if observer` then takes it for none.
Nobody attaches None here: leave the question out, or ask for `is not None`.

Fails: TestObserver::test_tells_equal_observers_apart
"""

from typing import Any


class Subject:
    def __init__(self) -> None:
        self._observers: dict[int, Observer] = {}

    def attach(self, observer: Observer) -> None:
        if observer:
            self._observers.setdefault(id(observer), observer)

    def detach(self, observer: Observer) -> None:
        self._observers.pop(id(observer), None)

    def notify(self, event_data: Any = None) -> None:
        for observer in list(self._observers.values()):
            observer.update(self, event_data)
