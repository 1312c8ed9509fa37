"""The time as a default

A default is worked out once, when def runs, so every stamp has the time at which the program began. Let None stand for
"now", and look at the clock in the body.

Fails: TestState::test_stamps_with_the_time_of_the_call
"""


def stamp(text, *, when=time.time()):  # noqa: B008
    return when, text
