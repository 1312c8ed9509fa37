"""Frozen taken for slotted

frozen refuses assignments, but each instance still has a __dict__ with all that goes with it. slots=True
takes that away.

Fails: TestRelease::test_has_slots
"""


@dataclass(frozen=True, order=True)
class Release:
    version: str = field(compare=False)
    changes: tuple[str, ...] = field(default=(), compare=False)
    parts: tuple[int, ...] = field(init=False, repr=False)

    def __post_init__(self):
        object.__setattr__(self, "changes", tuple(self.changes))
        object.__setattr__(self, "parts", tuple(int(number) for number in self.version.split(".")))
