"""Adding an observer without looking

Whoever is on the list twice hears each event twice, and is still there after one detach. Look
whether the observer is attached already.

Fails: TestObserver::test_counts_an_observer_once,
    TestObserver::test_detaches
"""

from typing import Any


class Subject:
    def __init__(self) -> None:
        self._observers: list[Observer] = []

    def attach(self, observer: Observer) -> None:
        self._observers.append(observer)

    def detach(self, observer: Observer) -> None:
        for i, other in enumerate(self._observers):
            if other is observer:
                del self._observers[i]
                break

    def notify(self, event_data: Any = None) -> None:
        for observer in list(self._observers):
            observer.update(self, event_data)
