"""Looking for an observer with in and remove

Both compare with ==, so of two observers that are equal, such as two dataclass objects with the
same fields, the second is never attached. Compare with is.

Fails: TestObserver::test_tells_equal_observers_apart
"""

from typing import Any


class Subject:
    def __init__(self) -> None:
        self._observers: list[Observer] = []

    def attach(self, observer: Observer) -> None:
        if observer not in self._observers:
            self._observers.append(observer)

    def detach(self, observer: Observer) -> None:
        if observer in self._observers:
            self._observers.remove(observer)

    def notify(self, event_data: Any = None) -> None:
        for observer in list(self._observers):
            observer.update(self, event_data)
