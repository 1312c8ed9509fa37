"""A scenario of no exercise's: what is typed at a prompt beside an attempt, and what the prompt shows.

It runs in the jail, which is handed the text of this file.
"""

import contextlib
import io
import sys
import traceback
from typing import Any


def typed(texts: list[str]) -> list[str]:
    """What each statement shows at one prompt, in their order; the first text is the module whose names are known."""
    module, *statements = texts
    names = dict(vars(sys.modules[module]), __name__="__main__")
    return [shown(statement, names) for statement in statements]


def shown(statement: str, names: dict[str, Any]) -> str:
    """What one statement prints, after `=`; or the exception that ends it, as a traceback ends, after `!`."""
    output = io.StringIO()
    try:
        with contextlib.redirect_stdout(output):
            exec(compile(statement, "README.md", "single", dont_inherit=True), names)
    except BaseException as error:  # SystemExit, too, is what a prompt shows
        return "!" + "".join(traceback.format_exception_only(type(error), error))
    return "=" + output.getvalue()
