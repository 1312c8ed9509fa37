"""An error that is kept in the frame that raises it

The error refers to its traceback, that to the frame of send, and that by a variable to the error: a cycle, with
all receivers in it. Empty the variable on the way out.

Fails: TestSignal::test_an_error_keeps_nobody_alive
"""


def send(self, *args, **kwargs):
    results, errors = [], []
    for receiver in self._receivers():
        try:
            results.append(receiver(*args, **kwargs))
        except Exception as error:
            errors.append(error)
    if errors:
        raise errors[0]
    return results


Signal.send = send
