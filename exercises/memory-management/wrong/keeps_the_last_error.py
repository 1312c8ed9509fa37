"""A signal that remembers an error

An error has a traceback, which refers to all frames that it went through, and these to the receivers. Keep a
text of it, if anything.

Fails: TestSignal::test_an_error_keeps_nobody_alive
"""


def send(self, *args, **kwargs):
    results, self.errors = [], []
    for receiver in self._receivers():
        try:
            results.append(receiver(*args, **kwargs))
        except Exception as error:
            self.errors.append(error)
    if self.errors:
        raise self.errors[0]
    return results


Signal.send = send
