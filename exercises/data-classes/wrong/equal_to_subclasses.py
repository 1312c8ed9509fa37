"""Equality by isinstance

A release then equals an instance of a subclass that has more to it. Two instances are comparable only if
their classes are the same, as in the __eq__ that @dataclass writes.

Fails: TestRelease::test_compares_one_class
"""


@dataclass(frozen=True, order=True, slots=True)
class Release:
    version: str = field(compare=False)
    changes: tuple[str, ...] = field(default=(), compare=False)
    parts: tuple[int, ...] = field(init=False, repr=False)

    def __post_init__(self):
        object.__setattr__(self, "changes", tuple(self.changes))
        object.__setattr__(self, "parts", tuple(int(number) for number in self.version.split(".")))

    def __eq__(self, other):
        return self.parts == other.parts if isinstance(other, Release) else NotImplemented

    def __hash__(self):
        return hash(self.parts)
