"""Objects that only identity tells apart."""

from typing import Any, NoReturn


class Odd:
    """Equal to everything, neither true nor false, and without a hash; made to be derived from, too."""

    __hash__ = None  # type: ignore[assignment]

    def __eq__(self, other: Any) -> bool:
        return True

    def __bool__(self) -> NoReturn:
        raise TypeError("neither true nor false")
