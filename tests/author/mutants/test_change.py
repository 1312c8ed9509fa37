"""The readable line of a mutant."""

from grader.author.mutants import own


def test_every_change_is_one_short_line():
    source = f"def f():\n    return total({', '.join(f'argument_{n} + {n}' for n in range(40))})"

    for mutant in own(source):
        assert "\n" not in mutant.change
        assert len(mutant.change) < 320


def test_a_long_statement_is_cut_to_what_differs():
    source = f"x = [{', '.join(f'name_{n}' for n in range(30))}, a < b, {'c, ' * 40}]"

    (change,) = (mutant.change for mutant in own(source) if mutant.operator == "comparison-boundary")

    before, after = change.split(" -> ")
    assert before.startswith("`…")
    assert before.endswith("…`")
    assert "name_29, a < b, c, c" in before
    assert after == before.replace("a < b", "a <= b")
