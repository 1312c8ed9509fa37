"""Weak references to observers

An observer that nobody else refers to is gone before the first event, without a word. Weak
references have their uses, but then the callers must know that they have to keep their observers.

Fails: TestObserver::test_keeps_its_observers_alive
"""

import weakref
from typing import Any


class Subject:
    def __init__(self) -> None:
        self._observers: list[weakref.ref[Observer]] = []

    def attach(self, observer: Observer) -> None:
        if not any(other() is observer for other in self._observers):
            self._observers.append(weakref.ref(observer))

    def detach(self, observer: Observer) -> None:
        self._observers = [other for other in self._observers if other() is not observer]

    def notify(self, event_data: Any = None) -> None:
        for reference in list(self._observers):
            observer = reference()
            if observer is not None:
                observer.update(self, event_data)
