"""The pictures of the README show what is really shown."""

import importlib.util
import re
from types import ModuleType

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


def test_the_picture_of_a_check_is_not_stale() -> None:
    picture = script()

    assert words(picture.TARGET.read_text(encoding="utf-8")) == words(picture.drawn(picture.shown())), (
        "docs/check.svg shows something else than a check does: run python scripts/picture.py"
    )
