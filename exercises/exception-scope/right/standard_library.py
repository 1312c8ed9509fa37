"""With contextlib wherever it has something: suppress, ExitStack."""

import contextlib

suppress = contextlib.suppress


def risky_operation(operation, report):
    with contextlib.ExitStack() as stack:
        stack.push(reporting(report))
        return operation()


def reporting(report):
    def leave(kind, error, traceback):
        if isinstance(error, Exception):
            report(error)
        return isinstance(error, (ValueError, TypeError))

    return leave


def dispatch(handlers, name, *args, **kwargs):
    handler = None
    with contextlib.suppress(KeyError):
        handler = [handlers[name]]
    if handler is None:
        raise UnknownCommand(name)
    return handler[0](*args, **kwargs)


def parse_and_use(lines, parse, use):
    results, rejected = [], []
    for line in lines:
        parsed = []
        with contextlib.suppress(ValueError):
            parsed.append(parse(line))
        if parsed:
            results.append(use(*parsed))
        else:
            rejected.append(line)
    return results, rejected


def fetch_and_store(fetch, store, attempts=3):
    fetched = []
    for _ in range(attempts - 1):
        with contextlib.suppress(ConnectionError):
            fetched.append(fetch())
            break
    if not fetched:
        fetched.append(fetch())
    return store(fetched.pop())


def run_and_clean(work, *cleanups):
    with contextlib.ExitStack() as stack:
        for cleanup in cleanups:
            stack.push(noting(cleanup))
        return work()


def noting(cleanup):
    def leave(kind, error, traceback):
        try:
            cleanup()
        except Exception as another:
            if error is None:
                raise
            error.add_note(str(another))

    return leave
