"""What an exercise can be begun without, and should not be published without: a line each."""

from collections.abc import Iterator

import msgspec

from grader.author import attempts, scaffold
from grader.author.source import read_text
from grader.catalog import Exercise, Manifest
from grader.errors import ExerciseError

RIGHT, WRONG = 4, 10  # attempts that are recommended


def notes(exercise: Exercise, test_ids: list[str]) -> Iterator[str]:
    """What is still thin or as `author new` made it."""
    yield from _placeholders(exercise)
    try:
        right, wrong = attempts.right(exercise), attempts.wrong(exercise)
    except ExerciseError:
        return  # which is a problem, and told as one
    if not exercise.note.is_file():
        yield f"solutions/{exercise.note.name} is missing: what the reference does in its own way, and why"
    if 0 < len(right) < RIGHT:
        yield f"right/ has {len(right)} of the {RIGHT} attempts or more that show a suite to be fair"
    if 0 < len(wrong) < WRONG:
        yield f"wrong/ has {len(wrong)} of the {WRONG} attempts or more that show a suite to be strict"
    named = {name.partition("::")[0] for one in wrong for name in one.fails}
    for part in dict.fromkeys(name.partition("::")[0] for name in test_ids):
        if wrong and part not in named:
            yield f"no file of wrong/ fails at {part}"


def _placeholders(exercise: Exercise) -> Iterator[str]:
    made = msgspec.toml.decode(scaffold.MANIFEST.format(title="Title").encode(), type=Manifest)
    manifest = exercise.manifest
    for name, mine, theirs in (
        ("hints", _texts(manifest), _texts(made)),
        ("objectives", manifest.objectives, made.objectives),
    ):
        if set(mine) & set(theirs):
            yield f"exercise.toml has {name} that are placeholders"
    if manifest.chapter == made.chapter:
        yield "exercise.toml has a chapter that is a placeholder"
    example = scaffold.BRIEF.partition("\n\n")[2]
    if example in read_text(exercise.brief):
        yield "README.md is the placeholder"


def _texts(manifest: Manifest) -> list[str]:
    return [text for group in manifest.hints_by_part.values() for text in group]
