"""Comparing the event with None by `==`

`==` asks the event, and it may say yes to everything. Whether there was one is known from the call: hand on
what was given.

Fails: TestObserver::test_passes_any_event
"""


def __init__(self):
    self._observers = {}


def notify(self, event_data=None):
    if event_data == None:  # noqa: E711
        event_data = None
    for observer in list(self._observers.values()):
        observer.update(self, event_data)


Subject.__init__ = __init__
Subject.notify = notify
