"""Telling new observers of an event that is under way

Detaching makes a new list, so that nobody is skipped, but attaching extends the list that the
loop is going through. Loop over a copy, and both count from the next event on.

Fails: TestObserver::test_observers_may_attach_meanwhile
"""

from typing import Any


class Subject:
    def __init__(self) -> None:
        self._observers: list[Observer] = []

    def attach(self, observer: Observer) -> None:
        if not any(other is observer for other in self._observers):
            self._observers.append(observer)

    def detach(self, observer: Observer) -> None:
        self._observers = [other for other in self._observers if other is not observer]

    def notify(self, event_data: Any = None) -> None:
        for observer in self._observers:
            observer.update(self, event_data)
