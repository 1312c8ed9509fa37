"""Passing the event where the subject belongs

An observer of several subjects has to know which one speaks, so update takes the subject first
and the event second.

Fails: TestObserver::test_passes_subject_and_event,
    TestObserver::test_notifies_in_order
"""

from typing import Any


def notify(self, event_data: Any = None) -> None:
    for observer in list(self._observers.values()):
        observer.update(event_data, self)


Subject.notify = notify
