"""Acquiring within the try

If acquire fails there is nothing to release, and the finally releases it all the same. Acquire before the try.

Fails: TestApiErrorsAndResources::test_releases_on_every_way_out
"""


def with_resource(acquire, work, release):
    resource = None
    try:
        resource = acquire()
        return work(resource)
    finally:
        release(resource)
