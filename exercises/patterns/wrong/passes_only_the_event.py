"""Passing the event where the subject belongs

An observer of several subjects has to know which one speaks, so update takes the subject first
and the event second.

Fails: TestObserver::test_passes_subject_and_event,
    TestObserver::test_notifies_in_order
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
        for observer in list(self._observers.values()):
            observer.update(event_data, self)
