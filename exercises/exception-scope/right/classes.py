"""An object for each thing that has a course: a guard, an attempt, a stack of cleanups."""


class risky_operation:
    def __new__(cls, operation, report):
        try:
            result = operation()
        except Exception as error:
            report(error)
            if not isinstance(error, (ValueError, TypeError)):
                raise
            result = None
        return result


class suppress:
    def __init__(self, *kinds):
        self.kinds = kinds

    def __enter__(self):
        return self

    def __exit__(self, kind, error, traceback):
        return isinstance(error, self.kinds)


risky_operation.__new__.__code__ = risky_operation.__new__.__code__.replace(co_name="risky_operation")


def dispatch(handlers, name, *args, **kwargs):
    return find(handlers, name)(*args, **kwargs)


def find(handlers, name):
    try:
        return handlers[name]
    except KeyError as error:
        raise UnknownCommand(name) from error


def parse_and_use(lines, parse, use):
    results, rejected = [], []
    for line in lines:
        try:
            parsed = parse(line)
        except ValueError:
            rejected.append(line)
            continue
        results.append(use(parsed))
    return results, rejected


def fetch_and_store(fetch, store, attempts=3):
    while True:
        attempts -= 1
        try:
            result = fetch()
        except ConnectionError:
            if attempts == 0:
                raise
        else:
            return store(result)


class Cleaning:
    def __init__(self, cleanups):
        self.left = list(cleanups)

    def __enter__(self):
        return self

    def __exit__(self, kind, error, traceback):
        first = error
        while self.left:
            try:
                self.left.pop()()
            except Exception as another:
                if first is None:
                    first = another
                else:
                    first.add_note(f"{type(another).__name__}: {another}")
        if error is None and first is not None:
            raise first


def run_and_clean(work, *cleanups):
    with Cleaning(cleanups):
        return work()
