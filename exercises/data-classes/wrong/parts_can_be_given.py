"""A derived field that is an argument as well

replace hands on every field that is an argument, so the new version keeps the old parts, and goes unchecked.
Derive with field(init=False), each time.

Fails: TestRelease::test_refuses_other_versions, TestRelease::test_refuses_other_stages,
    TestRelease::test_replace_makes_anew
"""


@dataclass(frozen=True, order=True, slots=True)
class Release:
    version: str = field(compare=False)
    changes: tuple[str, ...] = field(default=(), compare=False)
    parts: tuple[int, ...] = field(default=(), repr=False)

    def __post_init__(self):
        object.__setattr__(self, "changes", tuple(self.changes))
        if not self.parts:
            object.__setattr__(self, "parts", tuple(int(number) for number in self.version.split(".")))
