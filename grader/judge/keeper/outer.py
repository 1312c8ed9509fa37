"""What a platform puts around a jail from outside: nothing on Linux, whose children confine themselves.

macOS starts the jail under sandbox-exec; Windows holds each interpreter in a job object. Neither can be run by the
tests, which name a platform and look at what is chosen.
"""

import dataclasses
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from grader.jail.confine import ConfinementError, Gap, Policy, macos, windows
from grader.jail.settings import Settings, policy

_START_SECONDS = 10.0
_NO_SANDBOX = Gap(
    "sandbox-exec",
    "there is no sandbox-exec, or the jail does not start under it",
    "use Linux for a score of record, where a child confines itself",
)


@dataclasses.dataclass(frozen=True)
class Outer:
    """What goes before the jail's command line, and the job that its processes are put into."""

    prefix: tuple[str, ...] = ()
    job: Policy | None = None
    layers: tuple[str, ...] = ()
    missing: tuple[Gap, ...] = ()

    def hold(self, process: "subprocess.Popen[bytes]", put: Callable[[int, Policy], int] | None = None) -> int | None:
        """Puts a process into a job of its own, where there are such; returns the job's handle.

        Raises ConfinementError, and the process is killed, if it can't be done.
        """
        if self.job is None:
            return None
        try:
            handle = int(process._handle)  # type: ignore[attr-defined]  # Windows has it
            return (put or windows.confine_process)(handle, self.job)
        except ConfinementError:
            process.kill()
            raise


def around(
    settings: Settings,
    python: Sequence[str],
    paths: Sequence[str],
    scratches: Path | None,
    platform: str = sys.platform,
) -> Outer:
    """What this platform has; `paths` is where the jail finds its own modules, `python` its interpreter."""
    asked = policy(settings)
    if platform == "win32":
        return Outer(job=asked, layers=("job object",))
    if platform != "darwin":
        return Outer()
    # The jail's own modules have to be read from inside, and the folders to find them in have to be listed.
    jail = Path(__file__).parents[2] / "jail"
    ours = (str(jail), str(jail.with_name("__init__.py")), *(str(Path(path) / "msgspec") for path in paths))
    readable = dataclasses.replace(asked, readable=(*asked.readable, *ours))
    listed = dict.fromkeys([*paths, str(jail.parent), *settings.packages.values()])
    prefix = macos.command_prefix(readable, str(scratches) if scratches else None, listed)
    if not prefix or not _starts([*prefix, *python], paths):
        return Outer(missing=(_NO_SANDBOX,))
    return Outer(prefix=tuple(prefix), layers=("sandbox-exec",))


def _starts(command: list[str], paths: Sequence[str]) -> bool:
    """Whether an interpreter comes up under it, with all that the jail imports."""
    code = "import sys; sys.path[:0] = sys.argv[1:]; from grader.jail import child, processes, settings"
    try:
        tried = subprocess.run([*command, "-c", code, *paths], capture_output=True, timeout=_START_SECONDS, env={})
    except (OSError, subprocess.TimeoutExpired):
        return False
    return tried.returncode == 0


def let_go(job: int | None) -> None:
    """Closes the handle of a job, which ends whatever is still in it."""
    if sys.platform == "win32" and job is not None:
        import _winapi

        _winapi.CloseHandle(job)
