"""Asking a receiver whether it is true

An object that can be called may be false, or refuse to answer. Whether it is still there is asked by `is not
None`.

Fails: TestSignal::test_knows_methods_and_objects
"""


def _receivers(self):
    return [receiver for reference in self._references if (receiver := reference())]


Signal._receivers = _receivers
