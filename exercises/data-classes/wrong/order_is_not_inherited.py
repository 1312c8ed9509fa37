"""Order said once, for the parent alone

The inherited < knows the parent's fields alone, so the stage has no say. Say order=True for the subclass
again.

Fails: TestRelease::test_compares_one_class
"""


@dataclass(frozen=True, slots=True)
class Prerelease(Release):
    stage: int = field(kw_only=True)

    def __post_init__(self):
        Release.__post_init__(self)
        if self.stage < 1:
            raise ValueError(f"stages begin at 1: {self.stage}")
