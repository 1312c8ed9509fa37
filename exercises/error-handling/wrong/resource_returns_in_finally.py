"""A return in finally

It replaces whatever is under way: the error of the work disappears, and so does Ctrl-C. finally releases, and
nothing else.

Fails: TestApiErrorsAndResources::test_releases_on_every_way_out
"""


def with_resource(acquire, work, release):
    result = None
    resource = acquire()
    try:
        result = work(resource)
    finally:
        release(resource)
        return result  # noqa: B012
