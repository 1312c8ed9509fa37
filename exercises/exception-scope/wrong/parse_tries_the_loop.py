"""The loop within the try

The first line that can't be parsed ends the loop, and an error of the lines themselves looks like one of parse. The
try belongs into the loop.

Fails: TestNarrowTry::test_uses_what_can_be_parsed, TestNarrowTry::test_expects_one_error_in_one_place
"""


def parse_and_use(lines, parse, use):
    results, rejected = [], []
    try:
        for line in lines:
            parsed = parse(line)
            results.append(use(parsed))
    except ValueError:
        rejected.append(line)
    return results, rejected
