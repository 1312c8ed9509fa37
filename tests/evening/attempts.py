"""What a learner saves that evening, in the stub of the real topic: its blocks are its first lines, and three parts."""

from tests.conftest import ROOT

HEAD, COUNT_DOWN, PAIRWISE_SUM, PEEKABLE = (
    (ROOT / "exercises/iterators/iterators.py").read_text(encoding="utf-8").rstrip("\n").split("\n\n\n")
)
OPEN = "raise NotImplementedError"

COUNTS = COUNT_DOWN.replace(OPEN, "self.start = start", 1).replace(OPEN, "return iter(range(self.start, 0, -1))", 1)
LOOKS_AHEAD = (
    PEEKABLE.replace(OPEN, "self.source = iter(iterable)\n        self.kept = []", 1)
    .replace(OPEN, "return self", 1)
    .replace(OPEN, "if not self:\n            raise StopIteration\n        return self.kept.pop()", 1)
    .replace(
        OPEN,
        "if not self.kept:\n            for item in self.source:\n                self.kept.append(item)\n"
        "                break\n        return bool(self.kept)",
        1,
    )
    .replace(
        OPEN,
        "if self:\n            return self.kept[0]\n        if default:\n            return default[0]\n"
        "        raise StopIteration",
        1,
    )
)
ADDS = """\
items = iter(iterable)
    try:
        before = next(items)
    except StopIteration:
        return
    for after in items:
        yield before + after
        before = after"""


def saved(pairwise_sum: str = OPEN, count_down: str = COUNTS, peekable: str = PEEKABLE) -> str:
    """The file with this as what is written in `pairwise_sum`."""
    return "\n\n\n".join([HEAD, count_down, PAIRWISE_SUM.replace(OPEN, pairwise_sum), peekable]) + "\n"


BROKEN = {
    "input": saved(count_down=COUNTS.replace("self.start = start", 'self.start = int(input("Where to start? "))')),
    "one-part-done": saved(),
    "missing-colon": saved(ADDS.replace("for after in items:", "for after in items")),
    "endless-loop": saved("""\
items = list(iterable)
    sums = []
    while len(items) > 1: sums = [items[0] + items[1]]
    return iter(sums)"""),  # in one line, as it would be in any of two when its time is up
    "misspelt-name": saved(ADDS.replace("iter(iterable)", "iter(itrable)")),
    "misconception": saved("""\
items = iter(iterable)
    for before, after in zip(items, items):
        yield before + after"""),
}
MENDED = saved(ADDS, peekable=LOOKS_AHEAD)
