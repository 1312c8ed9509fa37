"""A decorator that returns nothing

The decorated function is called, and its result gets lost on the way out. Return it.

Fails: TestApiErrorsAndResources::test_decorates_functions
"""


class handle_api_errors:
    def __enter__(self):
        return self

    def __call__(self, function):
        def wrapper(*args, **kwargs):
            with self:
                function(*args, **kwargs)

        return wrapper

    def __exit__(self, kind, error, traceback):
        if isinstance(error, TimeoutError):
            raise APITimeout(f"no answer: {error}") from error
        if isinstance(error, ConnectionError):
            raise APIError(f"unable to connect: {error}") from error
