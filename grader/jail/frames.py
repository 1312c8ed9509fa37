"""The messages between judge and jail: the classes below are all there are."""

from typing import Any

import msgspec


class WireError(Exception):
    """What came over the wire is not what the protocol allows."""


class Frame(msgspec.Struct, forbid_unknown_fields=True, tag=True, array_like=True):
    """One message."""


class Load(Frame):
    """Judge to jail: the attempt and the scenarios to keep ready, in so many MB of memory, or as many as there are."""

    module: str
    source: bytes
    scenarios: bytes
    scratch: str | None
    memory_mb: int = 0
    imported: bool = True  # False: the attempt lies in the scratch folder, if there is one, and nothing of it is run


class Probe(Frame):
    """Judge to jail, in the place of Load: try what must fail, on these targets (confine/canary.py)."""

    targets: dict[str, str | int | None]


class Look(Frame):
    """Judge to jail, in the place of Load: look at the text of an attempt, and never run it (signs.py)."""

    source: bytes


class Inspect(Frame):
    """Judge to jail, in the place of Load and as often as it likes: have a tool read the text of an attempt, which is
    never run (text/).
    """

    tool: str
    module: str
    source: bytes
    options: dict[str, Any]


class Call(Frame):
    """Judge to jail: run a scenario; `renew` asks for a fresh import of the attempt first."""

    id: int
    scenario: str
    args: list[Any]
    kwargs: dict[str, Any]
    renew: bool


class Ready(Frame):
    """Jail to judge: the attempt is imported, under these layers of protection."""

    layers: list[str]


class Unready(Frame):
    """Jail to judge: the attempt can't be imported."""

    error: Any


class Probed(Frame):
    """Jail to judge: what the probes observed, the layers that are on, and layer, why, mend of each gap."""

    observed: dict[str, str]
    layers: list[str]
    missing: list[tuple[str, str, str]]


class Seen(Frame):
    """Jail to judge: line, kind and subject of each sign."""

    signs: list[tuple[int, str, str]]


class Inspected(Frame):
    """Jail to judge: what the tool found, lowered."""

    found: Any


class Uninspected(Frame):
    """Jail to judge: the tool found nothing, and why; `misused` where it would not with any text."""

    why: str
    misused: bool


class Returned(Frame):
    """Jail to judge: what the scenario returned, lowered."""

    id: int
    value: Any


class Raised(Frame):
    """Jail to judge: the exception that escaped from the scenario, lowered, and its line and column."""

    id: int
    error: Any
    place: tuple[int, int]


Request = Load | Probe | Look | Inspect | Call
Reply = Ready | Unready | Probed | Seen | Inspected | Uninspected | Returned | Raised
