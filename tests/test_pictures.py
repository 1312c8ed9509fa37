"""The pictures of the documents show what is really shown."""

import importlib.util
import re
from types import ModuleType

import pytest

from tests.conftest import ROOT


def script() -> ModuleType:
    spec = importlib.util.spec_from_file_location("picture", ROOT / "scripts" / "picture.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def words(svg: str) -> list[str]:
    """The text of a picture, whatever the version of what drew it."""
    return re.sub(r"\s+", " ", " ".join(re.findall(r"<text[^>]*>([^<]*)</text>", svg)).replace("&#160;", " ")).split()


@pytest.mark.parametrize("name", ["check.svg", "summary.svg"])
def test_no_picture_is_stale(name: str) -> None:
    picture = script()

    assert words((picture.DOCS / name).read_text(encoding="utf-8")) == words(picture.PICTURES[name]()), (
        f"docs/{name} shows something else than there is: run python scripts/picture.py"
    )
