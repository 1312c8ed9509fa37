"""Takes the cleanups off one list, in the work's try and again in its except clause; no else, no name for an error."""


def risky_operation(operation, report):
    try:
        return operation()
    except Exception as error:
        report(error)
        if isinstance(error, ValueError) or isinstance(error, TypeError):
            return
        raise


def suppress(*kinds):
    class Suppressing:
        def __enter__(self):
            pass

        def __exit__(self, *details):
            return any(isinstance(details[1], kind) for kind in kinds)

    return Suppressing()


def dispatch(handlers, name, *args, **kwargs):
    try:
        handler = handlers[name]
    except KeyError:
        raise UnknownCommand(str(name))
    else:
        return handler(*args, **kwargs)


def parse_and_use(lines, parse, use):
    results, rejected = [], []
    for line in lines:
        try:
            parsed = [parse(line)]
        except ValueError:
            parsed = rejected.append(line) or []
        results.extend([use(one) for one in parsed])
    return results, rejected


def fetch_and_store(fetch, store, attempts=3):
    for attempt in range(1, attempts + 1):
        try:
            value = fetch()
        except ConnectionError:
            if attempt < attempts:
                continue
            raise
        return store(value)


def run_and_clean(work, *cleanups):
    left = list(cleanups)
    try:
        result = work()
        while left:
            left.pop()()
        return result
    except BaseException as first:
        while left:
            try:
                left.pop()()
            except Exception as another:
                first.add_note(f"cleaning up: {another}")
        raise
