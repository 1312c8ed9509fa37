"""Raising the kept error after the loop

It has its traceback already, and the raise writes this function into it once more. A bare `raise` in the clause of
the last attempt does not.

Fails: TestFetchAndStore::test_raises_again_as_it_was
"""


def fetch_and_store(fetch, store, attempts=3):
    for _ in range(attempts):
        try:
            value = fetch()
        except ConnectionError as error:
            last = error
        else:
            return store(value)
    raise last
