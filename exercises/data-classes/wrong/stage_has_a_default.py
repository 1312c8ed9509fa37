"""A default because the field before has one

A stage that nobody gave becomes 1. kw_only=True alone lets a field without a default stand behind those that have
one.

Fails: TestRelease::test_needs_a_stage
"""


@dataclass(frozen=True, order=True, slots=True)
class Prerelease(Release):
    stage: int = field(default=1, kw_only=True)

    def __post_init__(self):
        Release.__post_init__(self)
        if self.stage < 1:
            raise ValueError(f"stages begin at 1: {self.stage}")
