"""Answering False for what it does not know

False is an answer, and ends the question. NotImplemented says "ask the other one", who may know better.

Fails: TestComparing::test_leaves_the_answer_to_others
"""


def equal(self, other):
    return type(other) is type(self) and (self.name, self.age) == (other.name, other.age)


Person.__eq__ = equal
