"""`class.toml`: what a teacher has decided for a class. It is private, for the seed is in it."""

import datetime
import re
from pathlib import Path
from typing import Annotated, Literal

import msgspec
from msgspec import Meta

from grader.catalog import Catalog, TopicName
from grader.catalog import load as load_catalog
from grader.errors import GraderError, UsageError
from grader.places import place
from grader.verdicts import MAX_SEED

FILE = "class.toml"
FORMAT = 1
MAX_BYTES = 256 * 1024
_SPAN = re.compile(r"([0-9]{1,5}) ?(min|h|d)")
_UNITS = {"min": datetime.timedelta(minutes=1), "h": datetime.timedelta(hours=1), "d": datetime.timedelta(days=1)}

Span = Annotated[str, Meta(pattern=rf"^{_SPAN.pattern}\Z")]  # `5 min`, `48 h`, `2 d`
Percent = Annotated[str, Meta(pattern=r"^([0-9]|[1-9][0-9]|100) ?%\Z")]
Instant = Annotated[datetime.datetime, Meta(tz=True)]
Points = Annotated[int, Meta(ge=0, le=100_000)]
Days = Annotated[int, Meta(ge=0, le=1_000)]


class LateDays(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Days that each student may be late without a penalty: in all, and for one topic."""

    total: Days = 0
    per_topic: Days = 0


class Penalty(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What each day costs that is late beyond those, of the points that were earned."""

    per_day: Percent = "10 %"
    at_most: Percent = "50 %"


class Late(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The late policy. `after` says what is done with work that came too late: it costs, or does not count."""

    grace: Span = "5 min"  # that is no lateness at all
    after: Literal["penalty", "refuse"] = "penalty"
    days: LateDays = LateDays()
    penalty: Penalty = Penalty()


class Topic(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One topic of the class: what it counts, and until when it is due; without a date it is due never."""

    points: Points
    due: Instant | None = None


class Plan(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`class.toml`."""

    name: Annotated[str, Meta(min_length=1, max_length=100, pattern=r"^[^\x00-\x1f\x7f]+\Z")]
    seed: Annotated[int, Meta(ge=0)]
    digest: Annotated[str, Meta(pattern=r"^[0-9a-f]{64}\Z")]  # of these topics, as their suites were
    topics: Annotated[dict[TopicName, Topic], Meta(min_length=1)]
    format: int = FORMAT
    pass_mark: Annotated[int, Meta(ge=0, le=100)] = 100
    catalog: Annotated[str, Meta(min_length=1, max_length=1024)] | None = None  # a folder; else the installed one
    count: Literal["latest", "best", "latest-on-time"] = "latest"  # which of several submissions counts
    late: Late = Late()
    # Where each student's work lies, with a column of the roster in braces, and which branch or tag of it counts.
    repositories: Annotated[str, Meta(min_length=1, max_length=1024)] | None = None
    ref: Annotated[str, Meta(min_length=1, max_length=200)] | None = None

    def __post_init__(self) -> None:
        if self.seed > MAX_SEED:
            raise ValueError(f"Expected `int` <= {MAX_SEED} - at `$.seed`")

    def folder(self, room: Path) -> Path | None:
        """Where its catalog lies, of a class in the folder `room`; None for the installed one."""
        return None if self.catalog is None else (room / self.catalog).resolve()

    def load(self, room: Path) -> Catalog:
        """Its catalog. Raises UsageError if that is not there, lacks a topic, or is not the one that was agreed on."""
        found = load_catalog(self.folder(room))
        for topic in self.topics:
            if not found.has(topic):
                raise UsageError(f"{room / FILE}: there is no topic {topic} in the catalog {found.folder}")
        digest = found.digest(list(self.topics))
        if digest != self.digest:
            raise UsageError(
                f"{room / FILE} was made for another state of the catalog {found.folder}: if its suites have changed "
                f'with your knowledge, write digest = "{digest}" there, and publish the student edition anew'
            )
        return found


def span(text: str) -> datetime.timedelta:
    """What `5 min`, `48 h` or `2 d` means. Raises UsageError for anything else."""
    found = _SPAN.fullmatch(text.strip())
    if found is None:
        raise UsageError(f"{text!r} is no span of time: write it like 30 min, 48 h or 2 d")
    return int(found.group(1)) * _UNITS[found.group(2)]


def percent(text: str) -> int:
    """The number of `10 %`."""
    return int(text.rstrip("% "))


def is_here(room: Path) -> bool:
    """Whether `room` is the folder of a class."""
    return (room / FILE).is_file()


def read(room: Path) -> Plan:
    """The plan of the class in `room`. Raises UsageError if there is none, or it can't be understood."""
    path, where = room / FILE, ""
    try:
        with place(room, FILE) as file:
            data = file.read(MAX_BYTES, "a plan")
    except FileNotFoundError:
        raise UsageError(f"{room} is no folder of a class: make one with grader class init DIR TOPIC...") from None
    except (GraderError, OSError) as error:
        raise UsageError(f"{path} can't be read: {getattr(error, 'strerror', None) or error}") from error
    try:
        said = msgspec.toml.decode(data)
        if isinstance(said, dict) and said.get("format", FORMAT) != FORMAT:
            raise UsageError(f"{path} has format {said['format']}, and this grader knows {FORMAT}: take a newer grader")
        for topic, one in _topics(said).items():
            where = f"topics.{topic}: "
            msgspec.convert(one, Topic)
        where = ""
        return msgspec.convert(said, Plan)
    except (msgspec.MsgspecError, ValueError, RecursionError) as error:
        raise UsageError(f"{path} is broken: {where}{_reason(error)}; nothing was done") from error


def _topics(said: object) -> dict[str, object]:
    found = said.get("topics") if isinstance(said, dict) else None
    return found if isinstance(found, dict) else {}


def _reason(error: Exception) -> str:
    if isinstance(error, RecursionError):
        return "it is nested too deep"
    text = str(error)[:200]
    if "datetime" in text and "$.due" in text:
        return "due needs a date, a time and a zone, without quotation marks: due = 2026-12-14T23:59:00+01:00"
    return text
