"""A loop over the list that observers change

When an observer takes itself off the list, the others move up and the loop skips the next one; an
observer that is added is told at once. Loop over a copy.

Fails: TestObserver::test_observers_may_detach_meanwhile,
    TestObserver::test_observers_may_attach_meanwhile
"""

from typing import Any


class Subject:
    def __init__(self) -> None:
        self._observers: list[Observer] = []

    def attach(self, observer: Observer) -> None:
        if not any(other is observer for other in self._observers):
            self._observers.append(observer)

    def detach(self, observer: Observer) -> None:
        for i, other in enumerate(self._observers):
            if other is observer:
                del self._observers[i]
                break

    def notify(self, event_data: Any = None) -> None:
        for observer in self._observers:
            observer.update(self, event_data)
