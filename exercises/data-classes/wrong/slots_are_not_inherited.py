"""Slots said once, for the parent alone

An instance of a class has a __dict__ as soon as one class in its line was made without slots. Say slots=True
for the subclass again.

Fails: TestRelease::test_has_slots
"""


@dataclass(frozen=True, order=True)
class Prerelease(Release):
    stage: int = field(kw_only=True)

    def __post_init__(self):
        Release.__post_init__(self)
        if self.stage < 1:
            raise ValueError(f"stages begin at 1: {self.stage}")
