"""Answering False for a person of another class

A person of another class may know more, and is not asked any more. Return NotImplemented for it, too: Python says
False by itself if nobody knows.

Fails: TestComparing::test_leaves_the_answer_to_others
"""


def equal(self, other):
    if not isinstance(other, Person):
        return NotImplemented
    return type(other) is type(self) and (self.name, self.age) == (other.name, other.age)


Person.__eq__ = equal
