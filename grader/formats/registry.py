"""The formats of a check's report: each is a module with `rendered(report)`, and a line here."""

from dataclasses import dataclass
from importlib import import_module
from typing import Any

from grader.errors import UsageError
from grader.formats.report import Report


@dataclass(frozen=True)
class Format:
    """A format's module in this package, and what its reader asks for."""

    module: str
    one: bool = False  # it is of one topic
    waits: bool = False  # it shows hidden tests when their time comes: they are written whole
    judges: bool = False  # it decides itself what passes: a status other than 0 is our fault
    keeps: bool = False  # it is written of what could not be read or judged, too
    styles: bool = False  # it is about style
    beside: str = ""  # the variable of a CI's that names a file to which `beside(report)` of the module is appended


FORMATS = {
    "text": Format("plain"),
    "json": Format("json"),
    "github": Format("github", keeps=True, beside="GITHUB_STEP_SUMMARY"),
    "github-classroom": Format("github_classroom", judges=True, keeps=True),
    "classroom50": Format("classroom50", judges=True, keeps=True, beside="GITHUB_OUTPUT"),
    "gradescope": Format("gradescope", waits=True, judges=True, keeps=True),
    "junit": Format("junit", keeps=True),
    "exercism": Format("exercism", one=True, judges=True, keeps=True),
    "ctrf": Format("ctrf", keeps=True),
    "gitlab-codequality": Format("gitlab_codequality", keeps=True, styles=True),
    "autolab": Format("autolab", judges=True, keeps=True),
    "prairielearn": Format("prairielearn", one=True, judges=True, keeps=True),
    "markdown": Format("markdown", keeps=True),
    "html": Format("html", one=True, keeps=True),
}


def known(name: str) -> Format:
    """The format of this name. Raises UsageError if there is none, or if what its reader needs is not there."""
    if name not in FORMATS:
        from difflib import get_close_matches

        near = get_close_matches(name, FORMATS, n=1)
        meant = f"; did you mean {near[0]}?" if near else ""
        raise UsageError(f"there is no format {name!r}{meant} (there are {', '.join(FORMATS)})")
    ready = getattr(_module(name), "ready", None)
    if ready:
        ready()
    return FORMATS[name]


def rendered(name: str, report: Report) -> str:
    """The report in this format, as text for UTF-8; no line of it is a command to a CI but where that is meant."""
    text: str = _module(name).rendered(report if FORMATS[name].waits else report.withheld())
    return text


def beside(name: str, report: Report) -> str:
    """What is appended to the file that the format's reader looks at beside it."""
    text: str = _module(name).beside(report.withheld())
    return text


def _module(name: str) -> Any:
    return import_module(f"grader.formats.{FORMATS[name].module}")
