"""What the sentences have in common."""

import difflib
from collections.abc import Iterable

LONGEST = 48  # characters of a line, or of a name, in a sentence
MAIN = 'under `if __name__ == "__main__":`'


def code(text: str) -> str:
    """A piece of the attempt as it stands in a sentence."""
    return f"`{text if len(text) <= LONGEST else f'{text[: LONGEST - 1]}…'}`"


def near(name: str, known: Iterable[str], cutoff: float = 0.75) -> str | None:
    """The one of `known` that `name` may be a slip for."""
    others = sorted({one for one in known if one != name})
    alike = [one for one in others if one.lower() == name.lower()]
    found = alike or difflib.get_close_matches(name, others, n=1, cutoff=cutoff)
    return found[0] if found else None


def listed(words: Iterable[str]) -> str:
    """`a, b and c`."""
    *others, end = words
    return f"{', '.join(others)} and {end}" if others else end
