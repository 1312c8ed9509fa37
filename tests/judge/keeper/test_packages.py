"""Which installed files belong to the packages that an exercise lets its attempts import."""

import importlib.util
from pathlib import Path

import pytest

from grader.errors import ExerciseError
from grader.judge.keeper import packages


def site() -> str:
    spec = importlib.util.find_spec("msgspec")
    assert spec is not None
    assert spec.origin is not None
    return str(Path(spec.origin).parent.parent)


def tops(found: packages.Packages) -> set[str]:
    return {Path(path).name for path in found.readable}


def test_an_exercise_without_packages_opens_nothing() -> None:
    assert packages.find([]) == packages.Packages({}, [])


def test_a_package_is_found_where_it_is_installed() -> None:
    assert packages.find(["iniconfig"]).folders == {"iniconfig": site()}


def test_a_package_and_its_metadata_are_readable() -> None:
    found = packages.find(["iniconfig"])

    assert "iniconfig" in tops(found)
    assert any(name.endswith(".dist-info") for name in tops(found))
    assert all(Path(path).exists() for path in found.readable)


def test_what_a_package_needs_comes_with_it() -> None:
    assert {"jinja2", "markupsafe"} <= set(packages.find(["jinja2"]).folders)


def test_what_a_package_needs_for_an_extra_does_not_come_with_it() -> None:
    assert "babel" not in packages.find(["jinja2"]).folders


def test_a_module_of_one_file_is_named_without_its_ending() -> None:
    found = packages.find(["typing-extensions"])

    assert found.folders == {"typing_extensions": site()}
    assert "typing_extensions.py" in tops(found)


def test_scripts_and_caches_are_not_packages() -> None:
    assert {"..", "__pycache__"} & set(packages.find(["pytest"]).folders) == set()


def test_a_package_named_twice_counts_once() -> None:
    assert packages.find(["iniconfig", "iniconfig"]) == packages.find(["iniconfig"])


def test_the_readable_paths_come_sorted() -> None:
    readable = packages.find(["jinja2"]).readable

    assert readable == sorted(readable)


def test_a_package_that_is_missing_is_named() -> None:
    with pytest.raises(
        ExerciseError, match=r"needs the package no-such-thing, which is not installed: pip install no-such"
    ):
        packages.find(["iniconfig", "no-such-thing"])


def test_all_that_are_missing_are_named_at_once() -> None:
    with pytest.raises(ExerciseError, match=r"^etl needs the packages no-a, no-b, which .*: pip install no-a no-b$"):
        packages.find(["no-a", "iniconfig", "no-b"], "etl")
    assert packages.missing(["no-a", "iniconfig"]) == ["no-a"]


def test_a_distribution_may_have_another_name_than_what_is_imported() -> None:
    assert "attr" in packages.find(["attrs"]).folders
