"""Taking an empty event for none

Zero and the empty string are false but they are events like any other, and a notify without event
data is an event, too. Tell the observers of each.

Fails: TestObserver::test_passes_subject_and_event
"""

from typing import Any


def notify(self, event_data: Any = None) -> None:
    if not event_data:
        return
    for observer in list(self._observers.values()):
        observer.update(self, event_data)


Subject.notify = notify
