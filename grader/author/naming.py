"""Whether a learner would be told: each misconception is looked for in its own failures, as if they were somebody's."""

from collections.abc import Sequence

from grader.misconceptions import TOGETHER, Known, matches


def standing(known: Sequence[Known]) -> tuple[str, list[str]]:
    """How many of the misconceptions are named by themselves, and a line for each of the others."""
    lines = [line for one in known if (line := _line(one, known))]
    return f"{len(known) - len(lines)} of {len(known)} are named by themselves", lines


def twins(known: Sequence[Known]) -> list[str]:
    """A line for each group of misconceptions that nothing tells apart: the same tests fail, with the same answers."""
    groups: dict[tuple[tuple[str, str], ...], list[str]] = {}
    for one in known:
        groups.setdefault(tuple(sorted(one.failures.items())), []).append(one.file)
    return [
        f"{' and '.join(f'wrong/{file}' for file in files)} fail alike, at the same tests with the same answers: "
        "a test could tell them apart"
        for failures, files in groups.items()
        if len(files) > 1 and failures and all(failing for _, failing in failures)
    ]


def _line(one: Known, known: Sequence[Known]) -> str:
    """Why a misconception is not named by itself; empty if it is."""
    found = next((match.known for match in matches(one.failures, known) if one in match.known), ())
    if len(found) == 1:
        return ""
    if found:
        others = ", ".join(other.file for other in found if other is not one)
        return f"wrong/{one.file} is named together with {others}, which fails alike: a test could tell them apart"
    twins = [other.file for other in known if other is not one and other.failures == one.failures]
    if len(twins) >= TOGETHER:
        return f"wrong/{one.file} is not named: {', '.join(twins)} fail alike"
    if not any(one.failures.values()):
        return f"wrong/{one.file} is not named: how it fails says nothing, or takes too long to see"
    return f"wrong/{one.file} is not named: others explain its failures as well, or these are what any slip causes"
