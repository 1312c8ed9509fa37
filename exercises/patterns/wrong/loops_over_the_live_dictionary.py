"""A loop over the dictionary that observers change

Python stops such a loop with a RuntimeError as soon as the dictionary has grown or shrunk, so the
rest of the observers hear nothing. Loop over a copy.

Fails: TestObserver::test_observers_may_detach_meanwhile,
    TestObserver::test_observers_may_attach_meanwhile
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
        for observer in self._observers.values():
            observer.update(self, event_data)
