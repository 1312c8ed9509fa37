"""Releasing only what is true

A resource may be empty or equal to nothing and still be open. It has been acquired, so it is released.

Fails: TestApiErrorsAndResources::test_releases_on_every_way_out
"""


def with_resource(acquire, work, release):
    resource = None
    try:
        resource = acquire()
        return work(resource)
    finally:
        if resource:
            release(resource)
