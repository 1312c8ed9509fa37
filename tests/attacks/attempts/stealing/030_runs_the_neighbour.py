"""Executes the attempt of somebody else in the same class.

Exercise: decorators
Expect: no more than without the trick
"""

# The trick.
try:
    with open("@NEIGHBOUR@") as neighbour:
        exec(neighbour.read())
except OSError:
    timer = cache = retry = None


# The attempt.
print("HARMED: another attempt was readable" if timer else "nothing to run")
