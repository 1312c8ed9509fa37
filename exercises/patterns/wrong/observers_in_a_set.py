"""Observers in a set

A set knows each observer once, but it has no order, and it wants observers that are hashable. A dictionary with
id(observer) as the key has an order.

Fails: TestObserver::test_notifies_in_order, TestObserver::test_tells_equal_observers_apart
"""

from typing import Any


class Subject:
    def __init__(self) -> None:
        self._observers: set[Any] = set()

    def attach(self, observer: Any) -> None:
        self._observers.add(observer)

    def detach(self, observer: Any) -> None:
        self._observers.discard(observer)

    def notify(self, event_data: Any = None) -> None:
        for observer in list(self._observers):
            observer.update(self, event_data)
