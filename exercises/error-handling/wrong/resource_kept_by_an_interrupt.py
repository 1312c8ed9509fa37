"""Releasing after an Exception

KeyboardInterrupt and SystemExit are no Exceptions, and the resource stays open. finally asks for no class.

Fails: TestApiErrorsAndResources::test_releases_on_every_way_out
"""


def with_resource(acquire, work, release):
    resource = acquire()
    try:
        result = work(resource)
    except Exception:
        release(resource)
        raise
    release(resource)
    return result
