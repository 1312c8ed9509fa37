"""Does not ask what an empty stack does

What is said of an edge is a behaviour like any other. Use pytest.raises.

Fails: TestWrong::test_fail[none]
"""


def test_empty():
    pass
