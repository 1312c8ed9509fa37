"""Skipping what is empty between the dots

1..2 and a dot at the end are no versions, and pass for some. int() refuses the empty text by itself.

Fails: TestRelease::test_refuses_other_versions
"""


@dataclass(frozen=True, order=True, slots=True)
class Release:
    version: str = field(compare=False)
    changes: tuple[str, ...] = field(default=(), compare=False)
    parts: tuple[int, ...] = field(init=False, repr=False)

    def __post_init__(self):
        object.__setattr__(self, "changes", tuple(self.changes))
        object.__setattr__(
            self, "parts", tuple(int(number) for number in self.version.split(".") if number or not self.version)
        )
