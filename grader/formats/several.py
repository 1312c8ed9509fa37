"""The report of several attempts: a line for each, their sum, and one next step."""

from collections.abc import Sequence

from rich.console import Console
from rich.text import Text

from grader.formats.console import write
from grader.formats.pieces import cut
from grader.formats.text import counted, points, safe
from grader.formats.words import claim, everything
from grader.learner.told import Told
from grader.verdicts import max_score, score

LEAST_WORDS = 16  # columns: with fewer they say nothing


def show(all_told: Sequence[Told], console: Console) -> None:
    """Writes it."""
    scores = [points(told.result.score, told.result.max_score) for told in all_told]
    names, wide = max(len(told.result.exercise) for told in all_told), max(map(len, scores))
    left = console.width - names - wide - 4
    for told, its in zip(all_told, scores, strict=True):
        words, style = _in_short(told)
        line = Text.assemble((f"{told.result.exercise:{names}}", "bold"), f"  {its:>{wide}}")
        if left >= LEAST_WORDS:
            line.append("  ").append(cut(words, left), style=style)
        write(console, line)
    write(console, Text())
    write(console, Text(_sum(all_told), style="bold"))


def _sum(all_told: Sequence[Told]) -> str:
    """The sum, and what to do next."""
    results = [told.result for told in all_told]
    together = f"{points(score(results), max_score(results))} points"
    at_work = next((told for told in all_told if not told.passes), None)
    if at_work:
        return safe(f"{together}. Next: {at_work.commands.again}")
    words = f"{everything(results[0])} holds" if all(one.full for one in results) else "each of them passes"
    return f"{together}: {words}. {all_told[-1].commands.after}"


def _in_short(told: Told) -> tuple[str, str]:
    """What one attempt is at, in a few words, and their style."""
    result, view = told.result, told.view
    if result.message:
        return result.message, "red"
    if result.full:
        return f"{everything(result)} holds", "green"
    if view.untouched:
        return "nothing is written yet", ""
    if view.first is not None:
        verb = "fails" if len(view.failures) == 1 else "fail"
        return f"{counted(len(view.failures), 'claim')} {verb}: {claim(view.first)}", ""
    return f"not written yet: {', '.join(one.name or str(one.where.line) for one in view.unwritten)}", ""
