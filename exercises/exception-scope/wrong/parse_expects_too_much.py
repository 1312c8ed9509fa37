"""except Exception around parse

A TypeError in parse is a mistake of whoever wrote it, and the line is not to blame.

Fails: TestNarrowTry::test_expects_one_error_in_one_place
"""


def parse_and_use(lines, parse, use):
    results, rejected = [], []
    for line in lines:
        try:
            parsed = parse(line)
        except Exception:
            rejected.append(line)
        else:
            results.append(use(parsed))
    return results, rejected
