"""An error for detaching a stranger

Whoever detaches wants the observer gone, and gone it is; an error makes every caller ask first.
Pass over an observer that is not attached.

Fails: TestObserver::test_detaches
"""

from typing import Any


class Subject:
    def __init__(self) -> None:
        self._observers: dict[int, Observer] = {}

    def attach(self, observer: Observer) -> None:
        self._observers.setdefault(id(observer), observer)

    def detach(self, observer: Observer) -> None:
        del self._observers[id(observer)]

    def notify(self, event_data: Any = None) -> None:
        for observer in list(self._observers.values()):
            observer.update(self, event_data)
