"""Leaving out who was detached meanwhile

Each observer is looked up once more before it is told, so whether it hears the event depends on
its place. An event reaches those who were attached when it began.

Fails: TestObserver::test_observers_may_detach_meanwhile
"""

from typing import Any


def notify(self, event_data: Any = None) -> None:
    for key, observer in list(self._observers.items()):
        if key in self._observers:
            observer.update(self, event_data)


Subject.notify = notify
