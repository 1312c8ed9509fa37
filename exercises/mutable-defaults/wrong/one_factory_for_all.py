"""A factory that returns the same list

default_factory is called for each order, and a lambda around a list that is there already returns that one each time.

Fails: TestClasses::test_each_order_has_its_own_lines
"""

_LINES = []


@dataclass
class Order:
    number: int
    lines: list[Any] = field(default_factory=lambda: _LINES)
    notes: dict[Any, Any] = field(default_factory=dict)
