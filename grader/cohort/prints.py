"""What a program is made of, whatever its names, literals, comments and layout are: its prints.

A text is read as Python's own tokens, and never imported. Each run of so many tokens has a number; of each window of
these the smallest is kept (winnowing, Schleimer et al. 2003), so that two programs with 19 tokens in a row in common
have a print in common, wherever these stand.
"""

import io
import keyword
import tokenize
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

LENGTH = 12  # tokens of a run
WINDOW = 8  # runs of which one is kept
_LAYOUT = {tokenize.NEWLINE, tokenize.NL, tokenize.INDENT, tokenize.DEDENT, tokenize.ENCODING, tokenize.COMMENT}
_LEFT_OUT = _LAYOUT | {tokenize.ENDMARKER}
_F_STRING = {getattr(tokenize, name, -1): step for name, step in (("FSTRING_START", 1), ("FSTRING_END", -1))}
_T_STRING = {getattr(tokenize, name, -1): step for name, step in (("TSTRING_START", 1), ("TSTRING_END", -1))}
_NESTS = {**_F_STRING, **_T_STRING}


@dataclass(frozen=True)
class Token:
    """One token: its kind as a number, and the lines that it stands on."""

    kind: int
    first: int
    last: int


@dataclass(frozen=True)
class Text:
    """A program as tokens; `whole` says whether it could be read to its end."""

    tokens: tuple[Token, ...]
    whole: bool

    @cached_property
    def runs(self) -> tuple[int, ...]:
        """The number of each run, by where it begins."""
        kinds = [token.kind for token in self.tokens]
        return tuple(hash(tuple(kinds[at : at + LENGTH])) for at in range(len(kinds) - LENGTH + 1))

    @cached_property
    def prints(self) -> frozenset[int]:
        """The runs that are kept: of each window the smallest."""
        runs = self.runs
        return frozenset(min(runs[at : at + WINDOW]) for at in range(max(1, len(runs) - WINDOW + 1)) if runs)

    def lines(self, runs: frozenset[int]) -> frozenset[int]:
        """The lines on which any of these runs stands."""
        found: set[int] = set()
        for at, run in enumerate(self.runs):
            if run in runs:
                for token in self.tokens[at : at + LENGTH]:
                    found.update(range(token.first, token.last + 1))
        return frozenset(found)


def read(source: bytes) -> Text:
    """The tokens of a program, as far as it can be read."""
    found: list[Token] = []
    try:
        for token in _without_docstrings(_joined(_tokens(source))):
            if token.type not in _LEFT_OUT:
                found.append(Token(zlib.crc32(_kind(token).encode()), token.start[0], token.end[0]))
    except (tokenize.TokenError, SyntaxError, ValueError, RecursionError):
        return Text(tuple(found), whole=False)
    return Text(tuple(found), whole=True)


def _tokens(source: bytes) -> Iterator[tokenize.TokenInfo]:
    text = source.decode("utf-8-sig", "replace").replace("\r\n", "\n").replace("\r", "\n")
    return tokenize.generate_tokens(io.StringIO(text).readline)


def _joined(tokens: Iterator[tokenize.TokenInfo]) -> Iterator[tokenize.TokenInfo]:
    """An f-string is one string, as it was to Python before 3.12."""
    depth = 0
    start: tokenize.TokenInfo | None = None
    for token in tokens:
        step = _NESTS.get(token.type, 0)
        depth += step
        if depth and start is None:
            start = token
        elif not depth and start is not None:
            yield tokenize.TokenInfo(tokenize.STRING, "", start.start, token.end, start.line)
            start = None
        elif not depth:
            yield token


def _without_docstrings(tokens: Iterator[tokenize.TokenInfo]) -> Iterator[tokenize.TokenInfo]:
    """Leaves out strings that are a statement: they say something and do nothing."""
    before = tokenize.NEWLINE
    held: list[tokenize.TokenInfo] = []
    for token in tokens:
        if held:
            if token.type == tokenize.STRING or token.type in (tokenize.NL, tokenize.COMMENT):
                held.append(token)
                continue
            if token.type not in (tokenize.NEWLINE, tokenize.ENDMARKER):
                yield from held
            held = []
        elif token.type == tokenize.STRING and before in _LAYOUT:
            held.append(token)
            continue
        before = token.type
        yield token


def _kind(token: tokenize.TokenInfo) -> str:
    """What a token is, whoever chose the words."""
    if token.type == tokenize.NAME and not keyword.iskeyword(token.string):
        return "name"
    if token.type == tokenize.NUMBER:
        return "number"
    if token.type == tokenize.STRING:
        return "string"
    return token.string
