"""Ordering versions as texts

As texts, 1.10 comes before 1.9, and 1.02 is not 1.2. Leave the text out of the comparison, and the numbers
in.

Fails: TestRelease::test_compares_numbers, TestRelease::test_compares_one_class,
    TestRelease::test_equal_ones_are_one_key
"""


@dataclass(frozen=True, order=True, slots=True)
class Release:
    version: str
    changes: tuple[str, ...] = field(default=(), compare=False)
    parts: tuple[int, ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self):
        object.__setattr__(self, "changes", tuple(self.changes))
        object.__setattr__(self, "parts", tuple(int(number) for number in self.version.split(".")))
