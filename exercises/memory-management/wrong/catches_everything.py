"""Catching what is no Exception

KeyboardInterrupt and SystemExit are wishes to stop. Whoever catches them goes on with work that nobody wants
any more.

Fails: TestSignal::test_calls_all_before_it_raises
"""


def send(self, *args, **kwargs):
    results, errors = [], []
    for receiver in self._receivers():
        try:
            results.append(receiver(*args, **kwargs))
        except BaseException as error:
            errors.append(error)
    try:
        if errors:
            raise errors[0]
        return results
    finally:
        errors.clear()


Signal.send = send
