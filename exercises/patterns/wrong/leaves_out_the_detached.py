"""Leaving out who was detached meanwhile

Each observer is looked up once more before it is told, so whether it hears the event depends on
its place. An event reaches those who were attached when it began.

Fails: TestObserver::test_observers_may_detach_meanwhile
"""

from typing import Any


class Subject:
    def __init__(self) -> None:
        self._observers: dict[int, Observer] = {}

    def attach(self, observer: Observer) -> None:
        self._observers.setdefault(id(observer), observer)

    def detach(self, observer: Observer) -> None:
        self._observers.pop(id(observer), None)

    def notify(self, event_data: Any = None) -> None:
        for key, observer in list(self._observers.items()):
            if key in self._observers:
                observer.update(self, event_data)
