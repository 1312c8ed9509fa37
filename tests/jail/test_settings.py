"""What the judge tells a jail before anything else."""

import subprocess
import sys
from pathlib import Path

import msgspec
import pytest

from grader.jail import confine, settings
from grader.jail.settings import Settings

ROOT = Path(__file__).parents[2]
OURS = Settings(
    memory_mb=64,
    file_mb=2,
    open_files=32,
    cpu_seconds=3,
    requires=["files"],
    packages={"wanted": "/somewhere"},
    readable=["/somewhere/wanted"],
)


def test_settings_are_read_as_they_were_sent() -> None:
    assert settings.read(msgspec.json.encode(OURS)) == OURS


def test_settings_that_are_none_are_refused() -> None:
    with pytest.raises(msgspec.ValidationError, match="memory_mb"):
        settings.read(b"{}")


def test_the_plan_is_that_of_a_policy_with_the_same_limits() -> None:
    policy = confine.Policy(
        memory_mb=64,
        file_mb=2,
        open_files=32,
        cpu_seconds=3,
        requires=frozenset({"files"}),
        readable=("/somewhere/wanted",),
    )

    assert settings.plan(OURS).layers == confine.prepare(policy).layers


def loaded(packages: dict[str, str], name: str) -> str:
    """Whether `name` is loaded in a fresh interpreter before and after the preload."""
    code = (
        "import sys\nfrom grader.jail import settings\n"
        f"ours = settings.Settings(1, 1, 1, 1, [], {packages!r}, [])\n"
        f"before = {name!r} in sys.modules\nsettings.preload(ours)\nprint(before, {name!r} in sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True, timeout=30
    )
    return done.stdout.strip()


@pytest.mark.parametrize("name", settings.COMMON.split())
def test_what_attempts_commonly_import_exists(name: str) -> None:
    assert settings.importlib.import_module(name).__name__ == name


def test_a_required_package_is_loaded_ahead() -> None:
    assert loaded({"colorsys": "/somewhere"}, "colorsys") == "False True"


def test_a_package_that_cannot_be_loaded_is_left_to_the_attempt() -> None:
    assert loaded({"no_such_package": "/somewhere"}, "no_such_package") == "False False"


def test_a_submodule_that_the_stub_imports_is_loaded_ahead() -> None:
    code = (
        "import sys\nfrom grader.jail import settings\n"
        "settings.preload(settings.Settings(1, 1, 1, 1, [], {}, [], stub=b'from email import charset\\n'))\n"
        "print('email.charset' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)

    assert done.stdout.strip() == "True"
