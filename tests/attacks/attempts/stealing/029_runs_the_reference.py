"""Executes the reference solution in its own name.

Exercise: decorators
Expect: no more than without the trick
"""

# The trick.
try:
    with open("@CATALOG@/../solutions/decorators.py") as reference:
        exec(reference.read())
except OSError:
    timer = cache = retry = None


# The attempt.
print("HARMED: the reference was readable" if timer else "nothing to run")
