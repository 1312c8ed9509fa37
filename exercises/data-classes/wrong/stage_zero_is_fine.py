"""A bound that is one too low

Stages begin at 1, so 0 is refused as well: compare with < 1.

Fails: TestRelease::test_refuses_other_stages
"""


@dataclass(frozen=True, order=True, slots=True)
class Prerelease(Release):
    stage: int = field(kw_only=True)

    def __post_init__(self):
        Release.__post_init__(self)
        if self.stage < 0:
            raise ValueError(f"stages begin at 1: {self.stage}")
