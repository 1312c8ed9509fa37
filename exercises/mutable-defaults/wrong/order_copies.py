"""Copying what an order is given

Unlike a basket, an order keeps the very list and dictionary that it was given.

Fails: TestClasses::test_an_order_keeps_what_is_given
"""


@dataclass
class Order:
    number: int
    lines: list[Any] = ()
    notes: dict[Any, Any] = ()

    def __post_init__(self):
        self.lines, self.notes = list(self.lines), dict(self.notes)
