"""Raising where NotImplemented is to be returned

Whoever raises ends the question. Python raises TypeError itself if neither of the two knows an answer.

Fails: TestComparing::test_leaves_the_answer_to_others
"""


def less(self, other):
    if type(other) is not type(self):
        raise TypeError(f"can't compare a person with {other!r}")
    return (self.age, self.name) < (other.age, other.name)


Person.__lt__ = less
