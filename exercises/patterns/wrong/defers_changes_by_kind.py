"""Putting changes off, and then doing all that attach before all that detach

An observer that detaches itself and attaches itself again while it is notified ends up detached. Changes that are put
off have to be made in the order in which they were asked for.

Fails: TestObserver::test_observers_may_attach_meanwhile
"""

from typing import Any


class Subject:
    """Tells its observers about events."""

    def __init__(self) -> None:
        self._observers: list[Observer] = []
        self._to_attach: list[Observer] = []
        self._to_detach: list[Observer] = []
        self._notifying = False

    def attach(self, observer: Observer) -> None:
        if self._notifying:
            self._to_attach.append(observer)
        elif not any(other is observer for other in self._observers):
            self._observers.append(observer)

    def detach(self, observer: Observer) -> None:
        if self._notifying:
            self._to_detach.append(observer)
        else:
            self._observers = [other for other in self._observers if other is not observer]

    def notify(self, event_data: Any = None) -> None:
        self._notifying = True
        try:
            for observer in self._observers:
                observer.update(self, event_data)
        finally:
            self._notifying = False
            while self._to_attach:
                self.attach(self._to_attach.pop(0))
            while self._to_detach:
                self.detach(self._to_detach.pop(0))
