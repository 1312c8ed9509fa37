"""Try, inside a confined child, what must fail, and report what happened.

The report is a plain dict: a probe's name, and OPEN, or what refused it: the name of an errno, or a
word in small letters. The judge gives the targets, things of its own that stand for all that the
child must not reach, and makes a level of the report (levels.py).

hidden    a file that the judge can read, in a folder of its own
closed    a file in a folder that no other user may pass through
outside   a folder that the judge can write to
port      a TCP port of 127.0.0.1 that the judge listens on
judge     the judge's process id
memory_mb the limit of the policy
scratch   the child's scratch folder, or None

A probe leaves nothing behind when it is refused; where it succeeds it may leave a file in outside.
"""

from __future__ import annotations

import errno

from .common import ABSENT, NO_EFFECT, Probe, Refused, Targets
from .files import FILES, METADATA
from .network import NETWORK
from .processes import PROCESSES
from .resources import RESOURCES
from .surface import KERNEL

__all__ = ["ABSENT", "FILES", "KERNEL", "METADATA", "NETWORK", "NO_EFFECT", "OPEN", "PROBES", "PROCESSES", "RESOURCES"]

OPEN = "OPEN"

PROBES: dict[str, Probe] = {
    **FILES,
    **METADATA,
    **NETWORK,
    **PROCESSES,
    **RESOURCES,
    **KERNEL,
}


def probe(targets: Targets) -> dict[str, str]:
    """Try everything, and return what was observed, by the probe's name."""
    return {name: _outcome(attempt, targets) for name, attempt in PROBES.items()}


def _outcome(attempt: Probe, targets: Targets) -> str:
    """Return how one probe ended."""
    try:
        attempt(targets)
    except OSError as error:
        return errno.errorcode.get(error.errno or 0, type(error).__name__)
    except Refused as refused:
        return str(refused)
    except (AttributeError, ImportError):
        return ABSENT
    except Exception as error:
        return type(error).__name__
    return OPEN
