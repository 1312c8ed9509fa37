"""Trying again after Ctrl-C

With a bare except a program that can't connect can't be stopped either. Name the error.

Fails: TestFetchAndStore::test_tries_again_what_failed
"""


def fetch_and_store(fetch, store, attempts=3):
    for left in reversed(range(attempts)):
        try:
            value = fetch()
            break
        except:  # noqa: E722
            if not left:
                raise
    return store(value)
