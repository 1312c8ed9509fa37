"""The last lines of a report, where the eye is: how much else there is, the score, and what to do next."""

from collections.abc import Iterator, Sequence

from rich.console import RenderableType
from rich.style import Style
from rich.text import Text

from grader.formats.barred import Barred
from grader.formats.pieces import cut, indented, score
from grader.formats.text import counted, safe
from grader.formats.words import everything
from grader.learner.told import Told
from grader.learner.unwritten import Unwritten
from grader.learner.view import View

MOST_NAMES = 2  # of what is not written, beside failures
REASON = 60  # columns of what several failures have in common


def ending(told: Told, whole: bool = False, unwritten: bool = True) -> Iterator[RenderableType]:
    """The last lines; the `whole` stands above them already, or is only counted, and what is not written yet is
    named beside failures, or not.
    """
    view = told.view
    others = len(view.failures) - 1
    if others > 0 and not whole:
        more = f"{counted(others, 'more claim')} {'fails' if others == 1 else 'fail'}{_common(view)}"
        yield Text(safe(f"{more}: {told.commands.everything}"))
    if unwritten and view.unwritten and view.failures:
        yield Text(safe(f"Not written yet: {_names(view.unwritten)}."))
    yield from _style(told)
    yield _score(told)


def _style(told: Told) -> Iterator[RenderableType]:
    """What could be written better, where somebody asked: each note with its line, its rule, and a sentence."""
    if told.style is None:
        return
    if told.style.problem or not told.style.notes:
        yield Text(safe(told.style.problem or "Style: nothing to say, well written."))
    else:
        yield Text("Style, for no points:")
    for note in told.style.notes:
        yield indented(Barred(f"{told.where.file}:{note.line}   {note.code}", link=told.where.link))
        yield indented(indented(Text(note.words)))
    yield Text()


def _score(told: Told) -> Text:
    words, after = score(told), told.commands.after
    if told.result.full:
        return Text(f"{words}: {everything(told.result)} holds. {after}", style="bold green")
    if told.passes:
        return Text(f"{words}: that passes, for {told.pass_mark} % is enough. {after}", style="bold green")
    return Text.assemble(f"{words}. ", _what_next(told), style="bold")


def _what_next(told: Told) -> Text:
    view = told.view
    if view.result.message:
        return Text("Mend this first.")
    if view.untouched:
        return Text.assemble("Nothing is written yet: begin with ", _place(told, view.unwritten[0]), ".")
    if view.unwritten and not view.failures:
        done = [part.name for part in view.settled]
        so_far = f"{_listed(done)} {'is' if len(done) == 1 else 'are'} done. " if done else ""
        return Text.assemble(f"{so_far}Next: ", _place(told, view.unwritten[0]), ".")
    at_work = f"Next: mend {view.at_work.name}; " if view.at_work else "Next: "
    return Text(safe(at_work + told.commands.hint))


def _common(view: View) -> str:
    reason, others = view.common(), len(view.failures) - 1
    if reason is None:
        return ""
    named = "" if reason.as_the_first else f" ({cut(reason.words, REASON)})"
    return f" for the same reason{named}" if reason.count == others else f", {reason.count} for the same reason{named}"


def _place(told: Told, one: Unwritten) -> Text:
    """`cache (decorators.py:25)`, which leads there where the terminal follows a link."""
    where = Text(safe(f"{told.where.file}:{one.where.line}"), style=Style(link=told.where.link))
    return Text.assemble(safe(one.name or "your file"), " (", where, ")")


def _names(unwritten: Sequence[Unwritten]) -> str:
    """Some of them, and how many others."""
    names = [f"{one.name or 'more'} (line {one.where.line})" for one in unwritten[:MOST_NAMES]]
    left = len(unwritten) - MOST_NAMES
    return f"{', '.join(names)} and {left} more" if left > 0 else _listed(names)


def _listed(names: Sequence[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"
