"""The mutants of cosmic-ray."""

import ast
import bisect
import importlib
from inspect import getsource

import pytest

from grader.author.mutants import MissingTool, cosmic_ray

SOURCE = '''"""A module."""

def count(items, limit=10):
    """Counts."""
    total = 0
    for item in items:
        if item > 0:
            total += 1
    return total
'''


@pytest.fixture(autouse=True)
def tool():
    pytest.importorskip("cosmic_ray")


def test_changes():
    assert [mutant.change for mutant in cosmic_ray("x = not a")] == ["`x = not a` -> `x = a`"]


def test_a_mutant_says_where_and_what():
    (found,) = (mutant for mutant in cosmic_ray(SOURCE) if mutant.operator == "zero-iteration-for-loop")

    assert found.generator == "cosmic-ray"
    assert found.line == 6
    assert found.change == "`for item in items` -> `for item in []`"
    assert found.source == SOURCE.replace("in items", "in []")
    assert found.identity.startswith("cosmic-ray:")


@pytest.mark.filterwarnings("ignore::SyntaxWarning")
def test_every_mutant_of_a_real_module_compiles_and_differs():
    source = getsource(bisect)

    mutants = cosmic_ray(source)

    dumps = [ast.dump(ast.parse(mutant.source)) for mutant in mutants]
    assert len(mutants) > 50
    assert ast.dump(ast.parse(source)) not in dumps
    assert len(set(dumps)) == len(dumps)
    assert len({mutant.identity for mutant in mutants}) == len(mutants)
    for mutant in mutants:
        compile(mutant.source, "<mutant>", "exec", dont_inherit=True)


def test_it_is_all_that_the_tool_makes_of_a_whole_module():
    """To go statement by statement gives what cosmic-ray gives for the module at once."""
    plugins, mutating, syntax = map(
        importlib.import_module, ("cosmic_ray.plugins", "cosmic_ray.mutating", "cosmic_ray.ast")
    )
    made = set()
    for name in plugins.operator_names():
        kind = plugins.get_operator(name)
        if not kind.arguments():
            positions = (
                place for node in syntax.ast_nodes(syntax.get_ast(SOURCE)) for place in kind().mutation_positions(node)
            )
            for occurrence, _ in enumerate(positions):
                made.add(ast.dump(ast.parse(mutating.mutate_code(SOURCE, kind(), occurrence))))

    assert {ast.dump(ast.parse(mutant.source)) for mutant in cosmic_ray(SOURCE)} == made


def test_an_annotation_is_not_counted():
    assert cosmic_ray("def f(a: int | None) -> int | None:\n    return a") == []


def test_identities_survive_edits_elsewhere():
    edited = SOURCE.replace("total = 0", "total = int()").replace('"""A module."""', "import os")

    before, after = ({mutant.identity for mutant in cosmic_ray(s)} for s in (SOURCE, edited))

    assert len(before - after) == 2


def test_without_the_tool_there_is_a_remedy(monkeypatch):
    def missing(name):
        raise ModuleNotFoundError(name)

    monkeypatch.setattr(importlib, "import_module", missing)

    with pytest.raises(MissingTool, match="pip install cosmic-ray"):
        cosmic_ray(SOURCE)
