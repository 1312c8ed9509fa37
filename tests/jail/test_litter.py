"""What an example leaves behind in memory is not on the account of those that follow it."""

from tests.conftest import Folder, check

KEEPS = """
def double(n):
    kept = {}

    def remembered():
        return kept

    kept["itself"] = remembered
    kept["large"] = 1 << 8 * 20_000_000
    return 2 * n
"""
TOO_MUCH = "def double(n):\n    return 2 * n if len(bytearray(600_000_000)) else 0\n"


def test_a_hundred_examples_may_each_have_some_memory_in_a_circle(tiny: Folder) -> None:
    result = check(tiny, KEEPS)

    assert [test["evidence"] for test in result["tests"] if test["verdict"] != "passed"] == []
    assert result["score"] == 4


def test_one_that_takes_too_much_is_told_so(tiny: Folder) -> None:
    result = check(tiny, TOO_MUCH)

    assert result["score"] == 0
    assert "MemoryError" in str(result["tests"][0]["evidence"])
