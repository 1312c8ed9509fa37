"""Makes the cache that mypy keeps of the standard library: no attempt is near.

Started by the judge as a script, `python -s -S -P warm.py FOLDER PATH...`, with an empty environment.
"""

import sys


def main() -> None:
    """Fills a folder."""
    sys.path[:0] = sys.argv[2:]
    from grader.jail.text import checker

    checker.warm(sys.argv[1])


if __name__ == "__main__":
    main()
