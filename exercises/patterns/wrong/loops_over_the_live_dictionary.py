"""A loop over the dictionary that observers change

Python stops such a loop with a RuntimeError as soon as the dictionary has grown or shrunk, so the
rest of the observers hear nothing. Loop over a copy.

Fails: TestObserver::test_observers_may_detach_meanwhile,
    TestObserver::test_observers_may_attach_meanwhile
"""

from typing import Any


def notify(self, event_data: Any = None) -> None:
    for observer in self._observers.values():
        observer.update(self, event_data)


Subject.notify = notify
