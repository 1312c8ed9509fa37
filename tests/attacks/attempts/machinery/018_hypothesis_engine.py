"""Makes Hypothesis run no example at all.

Exercise: decorators
Expect: no more than without the trick
"""

# The trick.
import sys

core = sys.modules.get("hypothesis.core")
if core:
    core.StateForActualGivenExecution.run_engine = lambda self: None
    core.execute_explicit_examples = lambda *arguments, **options: iter([])


# The attempt.
def timer(func):
    raise TypeError("not yet")


def cache(func):
    raise TypeError("not yet")


def retry(max_attempts=3, delay=1.0):
    raise TypeError("not yet")
