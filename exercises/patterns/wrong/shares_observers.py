"""Observers in an attribute of the class

A dictionary that is made in the body of the class is one for all subjects, so each tells the
observers of all others. Make it in __init__.

Fails: TestObserver::test_subjects_share_no_observers
"""

from typing import Any, ClassVar


class Subject:
    _observers: ClassVar[dict[int, Observer]] = {}

    def attach(self, observer: Observer) -> None:
        self._observers.setdefault(id(observer), observer)

    def detach(self, observer: Observer) -> None:
        self._observers.pop(id(observer), None)

    def notify(self, event_data: Any = None) -> None:
        for observer in list(self._observers.values()):
            observer.update(self, event_data)
