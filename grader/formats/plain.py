"""The report for people as a file: every claim and every failure, without colour."""

import io

from rich.console import Console

from grader.formats import terminal
from grader.formats.console import WIDEST
from grader.formats.report import Report
from grader.formats.text import safe
from grader.formats.words import public_only


def rendered(report: Report) -> str:
    """All of it, as `--all` shows it."""
    console = Console(file=io.StringIO(), width=WIDEST, highlight=False, markup=False, emoji=False, no_color=True)
    lines = [safe(said) for result in report.results if (said := public_only(result))]
    lines += [safe(line.text) for line in terminal.report(report.told, console, signs=False)]
    return "".join(f"{line}\n" for line in [*lines, *(safe(fault.message) for fault in report.faults)])
