"""Turns what a call does into a value first, and then decides what to do with it."""


def attempt(function, *args, expected=Exception):
    try:
        return True, function(*args)
    except expected as error:
        return False, error


def risky_operation(operation, report):
    try:
        return operation()
    except ValueError as error:
        report(error)
    except TypeError as error:
        report(error)
    except BaseException as error:
        if isinstance(error, Exception):
            report(error)
        raise


class suppress:
    def __init__(self, *kinds):
        self.ends = lambda kind: any(one in kind.__mro__ for one in kinds)

    def __enter__(self):
        return None

    def __exit__(self, kind, error, traceback):
        return kind is not None and self.ends(kind)


def dispatch(handlers, name, *args, **kwargs):
    known, handler = attempt(handlers.__getitem__, name, expected=KeyError)
    if known:
        return handler(*args, **kwargs)
    raise UnknownCommand(name)


def parse_and_use(lines, parse, use):
    results, rejected = [], []
    for line in lines:
        succeeded, parsed = attempt(parse, line, expected=ValueError)
        (results if succeeded else rejected).append(use(parsed) if succeeded else line)
    return results, rejected


def fetch_and_store(fetch, store, attempts=3):
    for _ in range(attempts - 1):
        succeeded, value = attempt(fetch, expected=ConnectionError)
        if succeeded:
            break
    else:
        value = fetch()
    return store(value)


def run_and_clean(work, *cleanups):
    ends = [attempt(work, expected=BaseException)]
    ends.extend(attempt(cleanup) for cleanup in cleanups[::-1])
    errors = [error for succeeded, error in ends if not succeeded]
    for note in errors[1:]:
        errors[0].add_note(f"{note} ({type(note).__name__})")
    if errors:
        raise errors[0]
    return ends[0][1]
