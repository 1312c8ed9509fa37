"""Parsing and using in one try

A ValueError of use makes a good line look like a bad one, and nobody hears of it. What comes after the parsing
belongs into else.

Fails: TestNarrowTry::test_expects_one_error_in_one_place
"""


def parse_and_use(lines, parse, use):
    results, rejected = [], []
    for line in lines:
        try:
            results.append(use(parse(line)))
        except ValueError:
            rejected.append(line)
    return results, rejected
