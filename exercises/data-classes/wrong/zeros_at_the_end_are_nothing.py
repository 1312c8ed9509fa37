"""Cutting zeros at the end

1.2 and 1.2.0 are two versions here, in that order. parts has each number of the text.

Fails: TestRelease::test_has_a_version, TestRelease::test_compares_numbers
"""


@dataclass(frozen=True, order=True, slots=True)
class Release:
    version: str = field(compare=False)
    changes: tuple[str, ...] = field(default=(), compare=False)
    parts: tuple[int, ...] = field(init=False, repr=False)

    def __post_init__(self):
        object.__setattr__(self, "changes", tuple(self.changes))
        numbers = [int(number) for number in self.version.split(".")]
        while len(numbers) > 1 and numbers[-1] == 0:
            numbers.pop()
        object.__setattr__(self, "parts", tuple(numbers))
