"""Errors as results

An error that fetch returns is a result like any other. Whether something was raised has to be kept beside the value.

Fails: TestFetchAndStore::test_tries_again_what_failed
"""


def fetch_and_store(fetch, store, attempts=3):
    for left in reversed(range(attempts)):
        value = fetched(fetch, ConnectionError if left else ())
        if not isinstance(value, ConnectionError):
            break
    return store(value)


def fetched(fetch, kinds):
    try:
        return fetch()
    except kinds as error:
        return error
