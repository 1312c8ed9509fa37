"""The judge's memory: what it holds of answers is bounded, however large they are and however many."""

import gc

# Bytes of answers after which garbage is collected. One byte may become more than a hundred when it is lifted, and an
# example that fails leaves its answers in cycles, which Python looks for only after very many of them.
BETWEEN_COLLECTIONS = 1 << 19


class Heard:
    """Counts what children answer, and has the garbage collected now and then."""

    def __init__(self) -> None:
        self._bytes = 0

    def add(self, size: int) -> None:
        """An answer of `size` bytes has come; those before it are perhaps not needed any more."""
        self._bytes += size
        if self._bytes > BETWEEN_COLLECTIONS:
            self._bytes = 0
            gc.collect()


heard = Heard()  # the judge's, for all its children
