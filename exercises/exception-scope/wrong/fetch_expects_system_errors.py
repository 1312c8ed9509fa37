"""Trying again after every OSError

A file that is not there will not be there at the next attempt either. Only a ConnectionError is worth it.

Fails: TestFetchAndStore::test_tries_again_what_failed
"""


def fetch_and_store(fetch, store, attempts=3):
    for left in reversed(range(attempts)):
        try:
            value = fetch()
            break
        except OSError:
            if not left:
                raise
    return store(value)
