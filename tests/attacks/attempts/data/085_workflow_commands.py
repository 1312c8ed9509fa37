"""Workflow commands of a build service, in messages and output.

Exercise: decorators
Expect: 0 points, failed
"""

# The trick.
COMMANDS = "\n::stop-commands::x\n::add-mask::passed\n::set-output name=score::30\n##[error]owned\n"


def trick():
    print(COMMANDS)
    raise ValueError(COMMANDS)


# The attempt.
def timer(func):
    trick()


def cache(func):
    trick()


def retry(max_attempts=3, delay=1.0):
    trick()
