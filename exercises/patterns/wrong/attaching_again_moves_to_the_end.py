"""Moving an observer to the end when it is attached again

Removing and adding it keeps it from being there twice, but changes its place in the order. Do
nothing for an observer that is attached.

Fails: TestObserver::test_counts_an_observer_once
"""


def attach(self, observer: Observer) -> None:
    self._observers.pop(id(observer), None)
    self._observers[id(observer)] = observer


Subject.attach = attach
