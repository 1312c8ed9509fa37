"""Writing the version anew

The text is kept as it was given, 01.2 as 01.2. What is made of it belongs into parts.

Fails: TestRelease::test_has_a_version
"""


@dataclass(frozen=True, order=True, slots=True)
class Release:
    version: str = field(compare=False)
    changes: tuple[str, ...] = field(default=(), compare=False)
    parts: tuple[int, ...] = field(init=False, repr=False)

    def __post_init__(self):
        object.__setattr__(self, "changes", tuple(self.changes))
        object.__setattr__(self, "parts", tuple(int(number) for number in self.version.split(".")))
        object.__setattr__(self, "version", ".".join(map(str, self.parts)))
