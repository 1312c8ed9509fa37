"""A call for each attempt

Each attempt is a call within the one before: the traceback names this function again and again, and after a thousand
there is a RecursionError.

Fails: TestFetchAndStore::test_tries_as_often_as_told, TestFetchAndStore::test_raises_again_as_it_was
"""


def fetch_and_store(fetch, store, attempts=3):
    try:
        value = fetch()
    except ConnectionError:
        if attempts == 1:
            raise
        return fetch_and_store(fetch, store, attempts - 1)
    return store(value)
