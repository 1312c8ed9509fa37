"""Receivers by their id

An id belongs to an object only while that exists; the next object may get the same one, and counts as connected
already. Compare the objects, or forget an id with its object.

Fails: TestSignal::test_calls_any_number
"""


def ids(receiver):
    return id(getattr(receiver, "__self__", receiver)), id(getattr(receiver, "__func__", None))


def start(self):
    self._references, self._known = [], set()


def connect(self, receiver):
    if ids(receiver) not in self._known:
        self._known.add(ids(receiver))
        self._references.append(WeakMethod(receiver) if isinstance(receiver, MethodType) else ref(receiver))


def disconnect(self, receiver):
    self._known.discard(ids(receiver))
    self._references = [one for one in self._references if not _same(one(), receiver)]


Signal.__init__, Signal.connect, Signal.disconnect = start, connect, disconnect
