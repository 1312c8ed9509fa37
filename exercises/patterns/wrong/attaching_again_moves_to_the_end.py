"""Moving an observer to the end when it is attached again

Removing and adding it keeps it from being there twice, but changes its place in the order. Do
nothing for an observer that is attached.

Fails: TestObserver::test_counts_an_observer_once
"""

from typing import Any


class Subject:
    def __init__(self) -> None:
        self._observers: dict[int, Observer] = {}

    def attach(self, observer: Observer) -> None:
        self._observers.pop(id(observer), None)
        self._observers[id(observer)] = observer

    def detach(self, observer: Observer) -> None:
        self._observers.pop(id(observer), None)

    def notify(self, event_data: Any = None) -> None:
        for observer in list(self._observers.values()):
            observer.update(self, event_data)
