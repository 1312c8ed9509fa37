"""A cache that hands out the same person twice

What can change must not be shared: the birthday of one is then the birthday of all that were read from that text. Cache
only what never changes.

Fails: TestFromString::test_makes_a_new_person_each_time
"""

from functools import cache


def from_string(cls, text):
    name, age = text.rsplit("-", 1)
    return cls(name, int(age))


Person.from_string = classmethod(cache(from_string))
