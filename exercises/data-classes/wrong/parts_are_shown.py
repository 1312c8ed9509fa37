"""A derived field in the repr

The repr is what one would type to make another one, and nobody can give the parts. field(repr=False) leaves
them out.

Fails: TestRelease::test_has_a_version, TestRelease::test_has_a_stage
"""


@dataclass(frozen=True, order=True, slots=True)
class Release:
    version: str = field(compare=False)
    changes: tuple[str, ...] = field(default=(), compare=False)
    parts: tuple[int, ...] = field(init=False)

    def __post_init__(self):
        object.__setattr__(self, "changes", tuple(self.changes))
        object.__setattr__(self, "parts", tuple(int(number) for number in self.version.split(".")))
