"""First all parsing, then all use

Lines that come one at a time, from a socket or a person, wait for the last one. Use each before you take the next.

Fails: TestNarrowTry::test_uses_what_can_be_parsed
"""


def parse_and_use(lines, parse, use):
    good, rejected = [], []
    for line in lines:
        try:
            good.append(parse(line))
        except ValueError:
            rejected.append(line)
    return [use(parsed) for parsed in good], rejected
