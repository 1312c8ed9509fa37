"""How the runner of GitHub Actions reads the log of a step: both of its parsers, from their rules."""

import re
from dataclasses import dataclass, field

REGISTERED = frozenset(
    [
        "stop-commands",
        "set-env",
        "add-path",
        "set-output",
        "save-state",
        "add-mask",
        "add-matcher",
        "remove-matcher",
        "debug",
        "warning",
        "error",
        "notice",
        "group",
        "endgroup",
        "echo",
    ]
)
_LINE = re.compile(r"\r\n|\r|\n")


@dataclass(frozen=True)
class Command:
    """What the runner would do."""

    name: str
    data: str
    properties: dict[str, str] = field(default_factory=dict)


def commands(log: str) -> list[Command]:
    """The commands that a log holds, in order: those that switch them off and on again among them."""
    found, token = [], ""
    for line in _LINE.split(log):
        command = new_form(line, token) or old_form(line, token)
        if command is None:
            continue
        if token:
            if command.name.lower() == token:
                token = ""
                found.append(command)
        elif command.name.lower() == "stop-commands":
            token = _token(command.data)
            found.append(command)
        else:
            found.append(command)
    if token:
        raise ValueError("commands are never switched on again")
    return found


def _token(data: str) -> str:
    """Raises ValueError where the runner lets the step fail."""
    token = data.lower()
    if token in ("", "pause-logging") or token in REGISTERED:
        raise ValueError(f"{data!r} is no token")
    return token


def new_form(line: str, token: str = "") -> Command | None:
    """`::name key=value,key=value::data`, after any blanks."""
    text = line.lstrip()
    end = text.find("::", 2)
    if not text.startswith("::") or end < 0:
        return None
    name, _, properties = text[2:end].partition(" ")
    if not _known(name, token):
        return None
    pairs = _pairs(properties, ",", (("%0D", "\r"), ("%0A", "\n"), ("%3A", ":"), ("%2C", ","), ("%25", "%")))
    return Command(name, _unescaped(text[end + 2 :], (("%0D", "\r"), ("%0A", "\n"), ("%25", "%"))), pairs)


def old_form(line: str, token: str = "") -> Command | None:
    """`##[name key=value;key=value]data`, anywhere in a line."""
    start = line.find("##[")
    end = line.find("]", start)
    if start < 0 or end < 0:
        return None
    name, _, properties = line[start + 3 : end].partition(" ")
    if not _known(name, token):
        return None
    marks = (("%3B", ";"), ("%0D", "\r"), ("%0A", "\n"), ("%5D", "]"), ("%25", "%"))
    return Command(name, _unescaped(line[end + 1 :], marks), _pairs(properties, ";", marks))


def _known(name: str, token: str) -> bool:
    return name.lower() in REGISTERED or bool(token and name.lower() == token)


def _pairs(text: str, separator: str, marks: tuple[tuple[str, str], ...]) -> dict[str, str]:
    pairs = (pair.partition("=") for pair in text.strip().split(separator))
    return {key.strip(): _unescaped(value, marks) for key, equals, value in pairs if equals}


def _unescaped(text: str, marks: tuple[tuple[str, str], ...]) -> str:
    for mark, meant in marks:
        text = text.replace(mark, meant)
    return text


def outputs(text: str) -> dict[str, str]:
    """What a step writes to `$GITHUB_OUTPUT`. Raises ValueError for a line that lets the step fail."""
    found, lines = {}, iter(text.splitlines())
    for line in lines:
        equals, heredoc = line.find("="), line.find("<<")
        if equals >= 0 and (heredoc < 0 or equals < heredoc):
            found[line[:equals]] = line[equals + 1 :]
        elif heredoc >= 0:
            end, value = line[heredoc + 2 :], []
            for one in lines:
                if one == end:
                    break
                value.append(one)
            else:
                raise ValueError(f"{end!r} never comes")
            found[line[:heredoc]] = "\n".join(value)
        elif line:
            raise ValueError(f"{line!r} is no output")
    return found
