"""One attempt too many

attempts counts all of them, the first one included.

Fails: TestFetchAndStore::test_tries_again_what_failed
"""


def fetch_and_store(fetch, store, attempts=3):
    for _ in range(attempts):
        try:
            value = fetch()
            break
        except ConnectionError:
            pass
    else:
        value = fetch()
    return store(value)
