"""The first error ends it

Whoever was connected later never hears of it, because of somebody else's mistake. Call all of them, and raise
then.

Fails: TestSignal::test_calls_all_before_it_raises
"""


def send(self, *args, **kwargs):
    return [receiver(*args, **kwargs) for receiver in self._receivers()]


Signal.send = send
