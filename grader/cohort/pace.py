"""How fast something may be written to GitHub, which stops who writes faster."""

import time
from collections import deque
from collections.abc import Callable, Iterable

# So many writes in so many seconds: one a second, and less than the 80 a minute and 500 an hour that GitHub allows.
LIMITS = ((1, 1.0), (75, 60.0), (480, 3600.0))
WORTH_SAYING = 5.0  # seconds of waiting


class Pace:
    """Waits before each write until it may be made. `earlier` are the ages, in seconds, of what was written before."""

    def __init__(self, say: Callable[[str], None], earlier: Iterable[float] = ()) -> None:
        self._say = say
        most = max(number for number, _ in LIMITS)
        begun = time.monotonic()
        self._written = deque((begun - age for age in sorted(earlier, reverse=True) if age >= 0), maxlen=most)

    def wait(self) -> None:
        """Returns when the next write may be made."""
        seconds = self._left()
        if seconds >= WORTH_SAYING:
            self._say(f"GitHub takes 500 writes an hour: waiting {seconds:.0f} s")
        if seconds > 0:
            time.sleep(seconds)

    def written(self) -> None:
        """A write has been answered: from then on it counts, for nobody knows when the server had it before."""
        self._written.append(time.monotonic())

    def _left(self) -> float:
        waits = [
            self._written[-number] + span - time.monotonic() for number, span in LIMITS if len(self._written) >= number
        ]
        return max(waits, default=0.0)
