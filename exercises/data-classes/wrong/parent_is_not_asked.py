"""A __post_init__ that forgets its parent's

The subclass's __post_init__ takes the place of the parent's, so nobody derives the parts. Call that one
first.

Fails: TestRelease::test_has_a_stage, TestRelease::test_refuses_other_stages
"""


@dataclass(frozen=True, order=True, slots=True)
class Prerelease(Release):
    stage: int = field(kw_only=True)

    def __post_init__(self):
        if self.stage < 1:
            raise ValueError(f"stages begin at 1: {self.stage}")
