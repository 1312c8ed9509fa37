"""What the suite does with tests of a stack."""

from grader.scenario import run_tests


def try_out(stacks):
    """Runs the tests beside several stack.py, and says at which places they fail."""
    reports = run_tests("writing_tests.py", [{"stack.py": source} for source in stacks])
    return {
        "rejected": [place for place, report in enumerate(reports) if not report.green],
        "reports": reports,
    }
