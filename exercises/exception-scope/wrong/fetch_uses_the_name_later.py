"""The name after as, below its clause

Python deletes it at the end of the except clause, so that raising it later is an UnboundLocalError. Raise inside the
clause.

Fails: TestFetchAndStore::test_tries_again_what_failed
"""


def fetch_and_store(fetch, store, attempts=3):
    for _ in range(attempts):
        try:
            value = fetch()
        except ConnectionError as error:
            pass
        else:
            return store(value)
    raise error
