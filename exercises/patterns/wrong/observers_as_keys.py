"""Observers as keys of a dictionary

A key has to be hashable, which an object with an __eq__ of its own usually is not, and equal keys
are one key. Use id(observer) as the key, and the observer as the value.

Fails: TestObserver::test_tells_equal_observers_apart
"""

from typing import Any


class Subject:
    def __init__(self) -> None:
        self._observers: dict[Observer, None] = {}

    def attach(self, observer: Observer) -> None:
        self._observers[observer] = None

    def detach(self, observer: Observer) -> None:
        self._observers.pop(observer, None)

    def notify(self, event_data: Any = None) -> None:
        for observer in list(self._observers):
            observer.update(self, event_data)
