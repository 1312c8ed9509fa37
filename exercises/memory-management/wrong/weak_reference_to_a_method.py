"""A weak reference to a bound method

`scale.times` makes a method object for this one expression, and a weak reference to it is dead at once.
WeakMethod looks after the object and the function.

Fails: TestSignal::test_knows_methods_and_objects
"""


def connect(self, receiver):
    if not any(_same(one, receiver) for one in self._receivers()):
        self._references.append(ref(receiver))


Signal.connect = connect
