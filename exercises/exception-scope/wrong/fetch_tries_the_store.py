"""Storing within the try

If store loses its connection, everything is fetched and stored once more, perhaps twice. Only the fetch is to be
tried again.

Fails: TestFetchAndStore::test_tries_again_what_failed
"""


def fetch_and_store(fetch, store, attempts=3):
    for left in reversed(range(attempts)):
        try:
            return store(fetch())
        except ConnectionError:
            if not left:
                raise
