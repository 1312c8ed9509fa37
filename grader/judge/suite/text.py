"""What a suite asks of an attempt's text: `attempt.text`. Tools read it, in a child that never runs it."""

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from grader.errors import ExerciseError
from grader.jail.values import Named
from grader.verdicts import OwnLine

PREFIX = "text."  # of such a question among the calls of a test


class Text:
    """The text of the attempt. Comments that silence a tool have no say in what it finds, unless `ignores` is true."""

    def __init__(self, ask: Callable[[str, dict[str, Any]], Any]) -> None:
        self._ask = ask

    def __call__(self, *args: object, **kwargs: object) -> Any:
        """Raises ExerciseError: a scenario of this name can't be reached."""
        raise ExerciseError("attempt.text is the text of the attempt: give the scenario another name")

    def types(self, probe: str = "", *, strict: bool = True, ignores: bool = False) -> Any:
        """What mypy says of it, and of `probe`, the text of a file `probe.py` beside it.

        `errors` (each with file, line, code and message); `revealed`, the types that reveal_type shows in the probe,
        and `rejected`, the lines of the probe that have an error, both in the order of the lines.
        """
        return self._ask("types", {"probe": str(probe), "strict": bool(strict), "ignores": bool(ignores)})

    def lint(self, select: Iterable[str], *, ignores: bool = False) -> Any:
        """What ruff finds by these rules: a list, each with file, line, code and message."""
        rules = [select] if isinstance(select, str) else sorted(map(str, select))
        return self._ask("lint", {"select": rules, "ignores": bool(ignores)})

    def structure(self) -> Any:
        """Its `lines`, `classes`, `functions`, `imports`, `names` and `ignores`."""
        return self._ask("structure", {})


def snippet(module: str, tool: str, options: dict[str, Any]) -> str | None:
    """What a learner types at a prompt to be told the same; None where there is no such tool."""
    file = f"{module}.py"
    if tool == "lint":
        comments = [] if options["ignores"] else ["--ignore-noqa"]
        rules = ",".join(options["select"])
        asked = ["-m", "ruff", "check", "--isolated", "--output-format=concise", *comments, f"--select={rules}", file]
        return f"import subprocess, sys\nsubprocess.call([sys.executable, {_listed(asked)}])"
    if tool == "types":
        arguments = ["--config-file=", *(["--strict"] if options["strict"] else [])]
        if not options["probe"]:
            return f"from mypy import api\nprint(api.run([{_listed([*arguments, file])}])[0])"
        head = f"from mypy import api\nprobe = {_text(options['probe'])}\n"
        return f"{head}print(api.run([{_listed([*arguments, '-c'])}, probe])[0])"
    return None


def _listed(texts: Iterable[str]) -> str:
    return ", ".join(f'"{one}"' for one in texts)


def _text(text: str) -> str:
    """A text as it is read most easily."""
    plain = text.isprintable() or text.replace("\n", "").isprintable()
    if "\n" not in text or not plain or '"""' in text or "\\" in text or text.endswith('"'):
        return repr(text)
    return f'"""{text}"""'


def own_lines(values: Iterable[Any], source: bytes, file: str) -> tuple[OwnLine, ...]:
    """The lines of the attempt that the findings in `values` are about, each once."""
    lines = source.decode("utf-8-sig", "replace").splitlines()
    numbers = dict.fromkeys(one.line for value in values for one in _findings(value) if one.file == file)
    return tuple(OwnLine(file, number, lines[number - 1].strip()) for number in numbers if 0 < number <= len(lines))


def _findings(value: Any) -> Iterator[Named]:
    """What tools have found, in an answer or a part of it."""
    if isinstance(value, Named):
        if _is_finding(value):
            yield value
        return
    for one in value.values() if isinstance(value, dict) else value if isinstance(value, list | tuple) else ():
        yield from _findings(one)


def _is_finding(value: Named) -> bool:
    try:
        return type(value.line) is int and type(value.file) is str
    except AttributeError:
        return False
