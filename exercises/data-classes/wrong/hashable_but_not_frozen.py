"""A hash without frozen

unsafe_hash=True gives a hash to what can be changed, and then it is lost in its dict. frozen=True gives the
hash and keeps the attributes.

Fails: TestRelease::test_nothing_can_be_changed
"""


@dataclass(unsafe_hash=True, order=True, slots=True)
class Release:
    version: str = field(compare=False)
    changes: tuple[str, ...] = field(default=(), compare=False)
    parts: tuple[int, ...] = field(init=False, repr=False)

    def __post_init__(self):
        object.__setattr__(self, "changes", tuple(self.changes))
        object.__setattr__(self, "parts", tuple(int(number) for number in self.version.split(".")))


@dataclass(unsafe_hash=True, order=True, slots=True)
class Prerelease(Release):
    stage: int = field(kw_only=True)

    def __post_init__(self):
        Release.__post_init__(self)
        if self.stage < 1:
            raise ValueError(f"stages begin at 1: {self.stage}")
