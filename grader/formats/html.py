"""One attempt's report as a page that needs nothing else: no script, no font, no picture, no address."""

from collections.abc import Iterator
from html import escape

from grader.formats.report import Report, below
from grader.formats.text import counted, points, safe, without_commands
from grader.formats.words import claim, own_line, seed, standing, verdict, whole, why
from grader.learner.told import Told
from grader.verdicts import TestResult

STYLE = """
:root { color-scheme: light dark; font: 1rem/1.5 system-ui, sans-serif }
body { max-width: 50rem; margin: 2rem auto; padding: 0 1rem }
h1 { font-size: 1.5rem } h2 { font-size: 1.2rem; margin-top: 2rem }
pre { overflow-x: auto; padding: .75rem; border-left: .25rem solid; white-space: pre-wrap; overflow-wrap: anywhere }
table { border-collapse: collapse } th, td { text-align: left; padding: .25rem 1rem .25rem 0 }
summary { cursor: pointer; padding: .25rem 0 } li { margin: .25rem 0 } footer { margin-top: 3rem; font-size: .875rem }
"""
POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"


def rendered(report: Report) -> str:
    """The page; what to look at first is open, the rest a click away."""
    title = _text(standing(report.told[0]) if report.told else "Not judged")
    lines = [
        "<!DOCTYPE html>",
        '<html lang="en">',
        "<head>",
        '<meta charset="utf-8">',
        f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        '<meta name="referrer" content="no-referrer">',
        f"<title>{title}</title>",
        f"<style>{STYLE}</style>",
        "</head>",
        "<body>",
        f"<h1>{title}</h1>",
        *(line for told in report.told for line in _attempt(told)),
        *(f"<p><strong>Not judged:</strong> {_text(fault.message)}</p>" for fault in report.faults),
        f"<footer>{_footer(report)}</footer>",
        "</body>",
        "</html>",
        "",
    ]
    return "\n".join(lines)


def _attempt(told: Told) -> Iterator[str]:
    yield f"<p>This {_text(verdict(told))}.</p>"
    view = told.view
    if told.result.message:
        yield "<h2>Mend this first</h2>"
        yield _code(whole(told))
    elif view.first:
        yield "<h2>Look at this first</h2>"
        yield _failure(told, view.first, shown=True)
    if view.unwritten:
        yield "<h2>Not written yet</h2>"
        yield _list(f"{one.name or 'your file'} (line {one.where.line})" for one in view.unwritten)
    yield "<h2>Parts</h2>"
    yield '<table><thead><tr><th scope="col">Part</th><th scope="col">Points</th></tr></thead><tbody>'
    for part in view.parts:
        yield f'<tr><th scope="row">{_text(part.name)}</th><td>{points(part.score, part.max_score)}</td></tr>'
    yield "</tbody></table>"
    others = () if told.result.message else view.failures[1:]
    if others:
        yield f"<h2>{counted(len(others), 'more claim')} that {'fails' if len(others) == 1 else 'fail'}</h2>"
        yield from (_failure(told, test) for test in others)
    holding = [claim(test) for test in told.result.tests if test.verdict == "passed"]
    if holding:
        yield "<h2>What holds</h2>"
        yield _list(holding)


def _failure(told: Told, test: TestResult, shown: bool = False) -> str:
    at = own_line(test.evidence)
    where = f" <small>{_text(below(told))}, line {at.line}</small>" if at else ""
    lost = f"{points(test.score, test.max_score)} points"
    opened = " open" if shown else ""
    head = f"<summary>{_text(claim(test))} ({lost}){where}</summary>"
    return f"<details{opened}>{head}\n{_code(why(told, test))}\n</details>"


def _list(texts: Iterator[str] | list[str]) -> str:
    return "<ul>\n" + "\n".join(f"<li>{_text(text)}</li>" for text in texts) + "\n</ul>"


def _code(text: str) -> str:
    return f"<pre>{_text(text)}</pre>"


def _footer(report: Report) -> str:
    return "; ".join(
        _text(f"attempt {one.attempt_sha256[:12] or 'unread'}, version {one.version}, seed {seed(one.public_seed)}")
        for one in report.results
    )


def _text(text: str) -> str:
    """A text that is nothing but text, in any place of a page, and no command to a CI in whose log it stands."""
    return "\n".join(map(without_commands, escape(safe(text)).split("\n")))
