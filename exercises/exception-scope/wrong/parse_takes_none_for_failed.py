"""None for "not parsed"

None may be what parse returns. Whether it failed is what the except clause knows: use else.

Fails: TestNarrowTry::test_uses_any_thing
"""


def parse_and_use(lines, parse, use):
    results, rejected = [], []
    for line in lines:
        parsed = None
        try:
            parsed = parse(line)
        except ValueError:
            rejected.append(line)
        if parsed is not None:
            results.append(use(parsed))
    return results, rejected
