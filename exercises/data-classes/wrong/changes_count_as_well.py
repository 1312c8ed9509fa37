"""Comparing all the fields

@dataclass compares every field in turn that is not told otherwise. field(compare=False) keeps one out of ==,
order and hash.

Fails: TestRelease::test_compares_numbers, TestRelease::test_compares_one_class,
    TestRelease::test_equal_ones_are_one_key
"""


@dataclass(frozen=True, order=True, slots=True)
class Release:
    version: str = field(compare=False)
    changes: tuple[str, ...] = ()
    parts: tuple[int, ...] = field(init=False, repr=False)

    def __post_init__(self):
        object.__setattr__(self, "changes", tuple(self.changes))
        object.__setattr__(self, "parts", tuple(int(number) for number in self.version.split(".")))
