"""Writing <= as "< or =="

Each of the two operators asks the other object a question of its own, and >= is none of them. Return NotImplemented
from `__le__` as well; `total_ordering` does.

Fails: TestComparing::test_leaves_the_answer_to_others
"""

Person.__le__ = lambda self, other: self < other or self == other
Person.__ge__ = lambda self, other: self > other or self == other
