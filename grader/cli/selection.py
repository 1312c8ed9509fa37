"""What a check is asked for: options as they were typed, and the attempts that these mean."""

from dataclasses import dataclass, field, replace
from pathlib import Path

from grader import parts, workspace
from grader.catalog import Broken, Catalog, Exercise
from grader.errors import UsageError
from grader.formats import registry
from grader.learner import catalogs
from grader.levels import Level
from grader.parts import Part
from grader.verdicts import MAX_SEED
from grader.visibility import Visibility
from grader.workspace import Workspace


@dataclass(frozen=True)
class Options:
    """What was typed."""

    topics: list[str]
    attempt: Path | None
    catalog: Path | None
    format: str
    seed: int | None
    pass_mark: int | None
    require_isolation: Level | None = None
    signs: bool = False  # shown in the report for people; a program gets them always
    config: bool = True  # off where no word of the workspace's own settings is taken
    all: bool = False  # every claim and every failure, and not one screen
    style: bool = False  # what could be written better, of what passes
    also: list[str] = field(default_factory=list)  # reports in files: NAME=FILE
    visibility: Visibility | None = None  # of what hidden tests have found

    @property
    def formats(self) -> list[str]:
        """Every format that is asked for, the one for standard output first."""
        return [self.format, *(text.partition("=")[0] for text in self.also)]


@dataclass(frozen=True)
class Selection:
    """What to check, and by which rules."""

    attempts: list[tuple[Exercise, Path]]
    broken: list[Broken]  # what was asked for, too, and is no whole exercise
    exercises: Catalog
    workspace: Workspace | None
    seed: int
    pass_mark: int
    require_isolation: Level | None
    signs: bool = False  # whether the judge is asked for them
    keep: bool = False  # there is a report of what can't be read or judged, too
    part: Part | None = None  # of the one topic that there is, where no more than it was asked for

    @property
    def single(self) -> bool:
        """Whether there is one topic, and no other."""
        return len(self.attempts) + len(self.broken) == 1

    @property
    def part_name(self) -> str | None:
        """The part that alone is asked for."""
        return self.part.name if self.part else None

    @property
    def alone(self) -> bool:
        """Whether a problem spoils nothing: there is no other topic, and no report that somebody waits for."""
        return self.single and not self.keep


def select(options: Options) -> Selection:
    """What to check: a named file, the named topics, this folder's, or every started one."""
    if options.seed is not None and not 0 <= options.seed <= MAX_SEED:
        raise UsageError(f"--seed {options.seed} can't be taken: a seed is a whole number from 0 to {MAX_SEED}")
    found = None if options.attempt else workspace.find(config=options.config)
    exercises = catalogs.load(options.catalog, found)
    options, part = _with_part(options, exercises)
    chosen = _by_file(options, exercises) if options.attempt else _by_workspace(options, exercises, found)
    config = found.config if found else workspace.Config()
    return Selection(
        [(one, _place(one, options, found)) for one in chosen if isinstance(one, Exercise)],
        [one for one in chosen if isinstance(one, Broken)],
        exercises,
        found,
        config.seed if options.seed is None else options.seed,
        config.pass_mark if options.pass_mark is None else options.pass_mark,
        options.require_isolation,
        options.signs or "json" in options.formats,
        part=part,
        keep=any(registry.FORMATS[name].keeps for name in options.formats),
    )


def _with_part(options: Options, exercises: Catalog) -> tuple[Options, Part | None]:
    """`TOPIC PART` as what it is: one topic, and a part of it, which may have several words."""
    topic, *others = options.topics or [""]
    if not others or not exercises.has(topic) or any(exercises.has(one) for one in others):
        return options, None
    return replace(options, topics=[topic]), parts.find(exercises.get(topic), " ".join(others))


def _by_file(options: Options, exercises: Catalog) -> list[Exercise | Broken]:
    assert options.attempt
    chosen = exercises.choose(options.topics or [options.attempt.stem])
    if len(chosen) > 1:
        raise UsageError("one file is an attempt of one topic: name a single topic with --attempt")
    return chosen


def _by_workspace(options: Options, exercises: Catalog, found: Workspace | None) -> list[Exercise | Broken]:
    chosen = exercises.choose(options.topics) if options.topics else []
    found = found or workspace.need()
    chosen = chosen or found.topic_here(exercises) or found.started(exercises)
    if not chosen:
        raise UsageError("nothing is started in this workspace: begin with grader start TOPIC")
    return chosen


def _place(exercise: Exercise, options: Options, found: Workspace | None) -> Path:
    if options.attempt:
        return options.attempt.absolute()
    assert found
    return found.attempt(exercise)
