"""An error for detaching a stranger

Whoever detaches wants the observer gone, and gone it is; an error makes every caller ask first.
Pass over an observer that is not attached.

Fails: TestObserver::test_detaches
"""


def detach(self, observer: Observer) -> None:
    del self._observers[id(observer)]


Subject.detach = detach
