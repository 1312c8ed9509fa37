"""Replacing what is false in __post_init__

An empty list or dictionary that was given is replaced by another one, and whoever gave it never sees the lines. Ask for
None, or use default_factory.

Fails: TestClasses::test_an_order_keeps_what_is_given
"""


@dataclass
class Order:
    number: int
    lines: list[Any] = None
    notes: dict[Any, Any] = None

    def __post_init__(self):
        self.lines = self.lines or []
        self.notes = self.notes or {}
