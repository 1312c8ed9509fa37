"""Why a beginner's attempt ended as it did, in a sentence, where that can be told for sure.

Each cause is a function in `why/`: it looks at what was raised, at the lines, at the attempt's tree and at the
manifest, and says one or two sentences, or None. A wrong explanation is worse than none, so no cause guesses; the first
that knows is heard. To add one, write it beside its kind and name it here.
"""

from collections.abc import Callable

from grader.learner.setting import Case
from grader.learner.setting import Setting as Setting
from grader.learner.why import ends, forbidden, modules, names, nothing, syntax, text
from grader.verdicts import AttemptResult, TestResult

LIMIT = 200  # characters

# In the order of how sure each is.
CAUSES: tuple[Callable[[Case], str | None], ...] = (
    text.encoding,
    syntax.newer,
    text.input_at_a_check,
    ends.import_without_end,
    ends.leaves_python,
    ends.flood,
    ends.recursion,
    ends.out_of_time,
    ends.memory,
    modules.helper_beside,
    modules.hidden_by_a_file,
    modules.own_module,
    modules.not_here,
    forbidden.open_files,
    forbidden.by_the_exercise,
    names.missing_self,
    names.not_defined,
    names.assigned_inside,
    names.not_in_the_attempt,
    names.no_attribute,
    names.hidden_builtin,
    nothing.none_used,
    nothing.none_returned,
)


def of_test(test: TestResult, setting: Setting) -> str | None:
    """One or two sentences for the learner on why `test` ended as it did; None where there is no more to say than the
    evidence does.
    """
    if test.evidence is None or test.verdict in ("passed", "not_run"):
        return None
    return _first(Case(test.evidence, setting, test.verdict))


def of_import(result: AttemptResult, setting: Setting) -> str | None:
    """The same where the attempt could not be read or imported, or was too slow or too loud for it."""
    if result.evidence is None:
        return text.unread(setting) if result.message else None
    return _first(Case(result.evidence, setting, "not_run", at_import=True))


def _first(case: Case) -> str | None:
    said = next(filter(None, (cause(case) for cause in CAUSES)), None)
    return said if said is None or len(said) <= LIMIT else f"{said[: LIMIT - 1]}…"
