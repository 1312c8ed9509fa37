"""Remembering the hash of the first day

The person finds itself again, but an equal one of today has another hash. Leave the age out of it.

Fails: TestComparing::test_is_found_after_a_birthday
"""


def init(self, name, age):
    self._name = name
    self.age = age
    self._hash = hash((name, age))


Person.__init__ = init
Person.__hash__ = lambda self: self._hash
