"""Keeping the receivers themselves

A signal that refers to its receivers keeps them alive, by a lambda as well as in a list, and calls those whom
everybody else has forgotten.

Fails: TestSignal::test_keeps_no_receiver_alive, TestSignal::test_knows_methods_and_objects
"""


def connect(self, receiver):
    if not any(_same(one, receiver) for one in self._receivers()):
        self._references.append(lambda: receiver)


Signal.connect = connect
