"""The smallest input as code that a learner can type."""

import itertools
from collections.abc import Callable
from pathlib import Path
from textwrap import dedent, indent
from typing import Any

import jinja2
import pytest

from grader.judge.suite import snippet

Render = Callable[..., str]


@pytest.fixture
def rendered(tmp_path: Path) -> Render:
    """Renders a scenario's snippet: its signature, its template, and the arguments of a call."""
    numbers = itertools.count()

    def render(signature: str, text: str, *args: Any, **kwargs: Any) -> str:
        path = tmp_path / f"scenarios{next(numbers)}.py"
        docstring = indent(f"Does something.\n\n{dedent(text).strip()}\n", "    ")
        path.write_text(f'def scene({signature}):\n    r"""{docstring.strip()}\n    """\n')
        return snippet.render(snippet.templates(path)["scene"], list(args), kwargs)

    return render


def templates(tmp_path: Path, text: str) -> dict[str, snippet.Template]:
    path = tmp_path / "scenarios.py"
    path.write_text(dedent(text))
    return snippet.templates(path)


# --- which templates there are ---


def test_each_scenario_with_a_snippet_has_a_template(tmp_path: Path) -> None:
    found = templates(
        tmp_path,
        '''
        def one(m, a):
            """Does.

            one({{ a }})
            """

        def two(m):
            """Does, and shows nothing."""

        def three(m):
            pass

        class Helper:
            """Helps.

            not a scenario
            """
        ''',
    )

    assert found == {"one": snippet.Template(("a",), {}, "one({{ a }})")}


def test_a_scenarios_file_is_read_and_not_run(tmp_path: Path) -> None:
    assert templates(tmp_path, "raise SystemExit\n") == {}


def test_parameters_come_without_the_attempt_and_with_their_defaults(tmp_path: Path) -> None:
    found = templates(tmp_path, 'def one(m, a, /, b=2, *, c, d=(4,)):\n    """Does.\n\n    x\n    """\n')

    assert (found["one"].parameters, found["one"].defaults) == (("a", "b", "c", "d"), {"b": 2, "d": (4,)})


def test_a_default_that_is_no_literal_counts_as_none(tmp_path: Path) -> None:
    found = templates(tmp_path, 'def one(m, a=len):\n    """Does.\n\n    x\n    """\n')

    assert found["one"].defaults == {"a": None}


# --- values ---


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ("a\n", r"'a\n'"),
        ("<&>", "'<&>'"),
        ([1, "x"], "[1, 'x']"),
        ({2, 1}, "{1, 2}"),
        (None, "None"),
        ("{{ a }}", "'{{ a }}'"),
    ],
)
def test_values_are_written_as_source(rendered: Render, value: Any, written: str) -> None:
    assert rendered("m, a", "f({{ a }})", value) == f"f({written})"


def test_a_raw_text_is_written_bare(rendered: Render) -> None:
    assert rendered("m, name", "def {{ name | raw }}(): ...\n{{ name }}", "total") == "def total(): ...\n'total'"


def test_arguments_fill_the_parameters_in_order(rendered: Render) -> None:
    assert rendered("m, a, b, c=3, *, d=4", "{{ a }} {{ b }} {{ c }} {{ d }}", 1, b=2, d=5) == "1 2 3 5"


def test_an_expression_is_written_as_source(rendered: Render) -> None:
    assert rendered("m, a", "{{ a[0] }} {{ a | length }}", ["x", "y"]) == "'x' 2"


def test_a_part_of_a_value_that_is_missing_is_an_error(rendered: Render) -> None:
    with pytest.raises(jinja2.TemplateError):
        rendered("m, a", "{{ a.b.c }}", 1)


def test_a_loop_over_a_name_that_is_missing_is_an_error(rendered: Render) -> None:
    with pytest.raises(jinja2.TemplateError):
        rendered("m", "{% for x in xs %}{{ x }}{% endfor %}")


def test_a_template_that_is_broken_is_an_error(rendered: Render) -> None:
    with pytest.raises(jinja2.TemplateError):
        rendered("m, a", "{% for %}", 1)


# --- lines ---

LOOP = """
    for name in names:
        {% for name in names %}
        print({{ name }})
        {% endfor %}
        pass

    done()
    """


def test_a_line_of_a_block_tag_alone_vanishes(rendered: Render) -> None:
    shown = rendered("m, names", LOOP, ["a", "b"])

    assert shown == "for name in names:\n    print('a')\n    print('b')\n    pass\n\ndone()"


def test_a_loop_over_nothing_leaves_no_line(rendered: Render) -> None:
    assert rendered("m, names", LOOP, []) == "for name in names:\n    pass\n\ndone()"


def test_one_block_tag_line_after_another_vanishes(rendered: Render) -> None:
    text = """
        {% for row in rows %}
        {% if row %}
        print({{ row }})
        {% endif %}
        {% endfor %}
        end
        """

    assert rendered("m, rows", text, [1, 0, 2]) == "print(1)\nprint(2)\nend"


def test_a_block_tag_beside_code_stays_in_its_line(rendered: Render) -> None:
    text = "f({% for x in xs %}{{ x }}, {% endfor %})"

    assert rendered("m, xs", text, [1, 2]) == "f(1, 2, )"


def test_an_empty_line_of_the_template_stays(rendered: Render) -> None:
    assert rendered("m", "def f():\n    pass\n\nf()") == "def f():\n    pass\n\nf()"


def test_no_line_ends_in_spaces(rendered: Render) -> None:
    assert rendered("m, a", "f()  {% if a %}g(){% endif %}\nh()", False) == "f()\nh()"


def test_a_long_value_is_written_whole(rendered: Render) -> None:
    assert rendered("m, a", "{{ a }}", "x" * 1500) == repr("x" * 1500)


def test_a_value_beyond_all_measure_is_cut(rendered: Render) -> None:
    assert len(rendered("m, a", "{{ a }}", "x" * 10**6)) <= snippet.VALUE_LIMIT
