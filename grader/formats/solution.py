"""An attempt beside the reference, for people."""

from collections.abc import Iterator, Sequence

from rich.console import RenderableType
from rich.text import Text

from grader.formats.text import safe, wrapped
from grader.learner.compare import TOP, Pair

STYLES = {"-": "red", "+": "green", " ": ""}


def parts(topic: str, pairs: Sequence[Pair], has_attempt: bool, note: str, width: int) -> list[RenderableType]:
    """The whole of it, `width` columns wide; `note` says what the reference does in its own way."""
    return list(_parts(topic, pairs, has_attempt, note, width))


def _parts(topic: str, pairs: Sequence[Pair], has_attempt: bool, note: str, width: int) -> Iterator[RenderableType]:
    legend = "- yours   + the reference" if has_attempt else "the reference; there is no attempt of yours"
    yield Text.assemble((topic, "bold"), f"   {legend}")
    same = [pair for pair in pairs if pair.same]
    for pair in pairs:
        if not pair.same:
            yield Text()
            if pair.name != TOP:
                yield Text(safe(pair.name), style="bold")
            yield from _lines(pair, has_attempt, width)
    if same:
        yield Text()
        names = ", ".join(pair.name or "the top of the file" for pair in same)
        yield Text(safe(wrapped(f"The same in both: {names}.", width)))
    if note:
        yield Text()
        yield Text("What the reference does, and why", style="bold")
        yield Text()
        yield Text(wrapped(note, min(width, 80)))


def _lines(pair: Pair, signed: bool, width: int) -> Iterator[Text]:
    for sign, line in pair.lines:
        code = safe(line)
        first = f"{sign} {code}" if signed else code
        indent = " " * (len(first) - len(code.lstrip()) + 4)
        yield Text("\n".join(_folded(first, indent, width)), style=STYLES[sign] if signed else "")


def _folded(line: str, indent: str, width: int) -> Iterator[str]:
    """The line in pieces that fit; those after the first are deeper than any that begin a line of their own."""
    indent = indent if len(indent) < width // 2 else "    "
    while len(line) > width:
        cut = line.rfind(" ", len(indent) + 1, width + 1)
        cut = cut if cut > 0 else width
        yield line[:cut].rstrip()
        line = indent + line[cut:].lstrip()
    yield line
