"""Frozen, with a list inside

frozen keeps the attribute, not what it leads to: whoever has the list can change the release. A tuple of
one's own can't be changed.

Fails: TestRelease::test_has_a_version, TestRelease::test_has_a_stage,
    TestRelease::test_nothing_can_be_changed, TestRelease::test_replace_makes_anew
"""


@dataclass(frozen=True, order=True, slots=True)
class Release:
    version: str = field(compare=False)
    changes: tuple[str, ...] = field(default=(), compare=False)
    parts: tuple[int, ...] = field(init=False, repr=False)

    def __post_init__(self):
        object.__setattr__(self, "parts", tuple(int(number) for number in self.version.split(".")))
