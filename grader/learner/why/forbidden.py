"""What an exercise does not allow, and what it does."""

import re

from grader.learner.setting import Case, imports
from grader.learner.why.words import listed

_REFUSED = re.compile(r"\[(?:Errno|WinError) (?:1|5|13|30|38)\]")  # not permitted, denied, read-only, no such call
_ABSENT = re.compile(r"\[Errno 2\]")
_CANNOT = {
    "files": "opens no files",
    "threads": "starts no threads",
    "processes": "starts no processes",
    "loopback": "makes no connections",
}
_MAY = {
    "files": "files in its own folder",
    "threads": "threads",
    "processes": "processes",
    "loopback": "connections within this computer",
}
_OPENING = """
open mkdir makedirs touch write_text write_bytes read_text read_bytes unlink remove rename replace rmdir listdir scandir
iterdir mkdtemp mkstemp TemporaryFile NamedTemporaryFile TemporaryDirectory copy copyfile move rmtree symlink_to
FileHandler ZipFile basicConfig
"""
_STARTING = """
fork forkpty system popen posix_spawn posix_spawnp execv execve execvp spawnv Popen Pool Process ProcessPoolExecutor
create_subprocess_exec create_subprocess_shell
"""
_CONNECTING = """
socket socketpair create_connection create_server connect bind listen urlopen urlretrieve getaddrinfo gethostbyname
open_connection start_server HTTPServer HTTPConnection HTTPSConnection request SMTP
"""
_FILES, _PROCESSES, _CONNECTIONS = (frozenset(names.split()) for names in (_OPENING, _STARTING, _CONNECTING))


def open_files(case: Case) -> str | None:
    """Too many open files: the attempt's own, for each child has a limit of its own."""
    if case.kind != "OSError" or not case.said.startswith("[Errno 24]") or case.last is None or case.is_own:
        return None
    most = case.setting.exercise.manifest.budgets.open_files
    return (
        f"Line {case.last.line} has too many files open at once, of {most} that may be, and they are yours: close "
        "each, best with `with open(…) as file:`."
    )


def by_the_exercise(case: Case) -> str | None:
    """A file, a thread, a process or a connection that the exercise does not allow."""
    if case.is_own or case.last is None:
        return None
    wanted = next((ability for ability, asks in _ASKS.items() if asks(case)), None)
    requires = case.setting.exercise.manifest.requires
    if wanted == "loopback" and wanted in requires and case.kind in ("gaierror", "URLError"):
        return "This exercise connects within this computer alone: to 127.0.0.1."
    if wanted is None or wanted in requires:
        return None
    may = f"; it allows {listed(_MAY[one] for one in requires)}" if requires else ", and needs none"
    return f"This exercise {_CANNOT[wanted]}{may}."


def _asks_thread(case: Case) -> bool:
    return case.kind == "RuntimeError" and case.said == "can't start new thread"


def _asks_connection(case: Case) -> bool:
    if case.kind == "gaierror":
        return True
    if case.kind == "URLError":
        return "[Errno -" in case.said or _REFUSED.search(case.said) is not None
    return _refused(case) and (bool(_names(case) & _CONNECTIONS) or _roots(case, "socket", "http", "urllib", "smtplib"))


def _asks_process(case: Case) -> bool:
    if not _refused(case):
        return False
    if _names(case) & _PROCESSES or _roots(case, "subprocess", "multiprocessing"):
        return True
    tree = case.setting.tree
    known = imports(tree) if tree is not None else set()
    return bool(_names(case) & {"start", "submit", "map"} and known & {"multiprocessing", "ProcessPoolExecutor"})


def _asks_file(case: Case) -> bool:
    if case.kind == "OperationalError":
        return case.said == "unable to open database file"
    refused = _refused(case) or (case.kind == "FileNotFoundError" and _ABSENT.match(case.said) is not None)
    return refused and bool(_names(case) & _FILES)


_ASKS = {
    "threads": _asks_thread,
    "loopback": _asks_connection,
    "processes": _asks_process,
    "files": _asks_file,
}


def _refused(case: Case) -> bool:
    """Whether the system has refused it."""
    return case.kind in ("PermissionError", "OSError") and _REFUSED.match(case.said) is not None


def _names(case: Case) -> set[str]:
    return {call.rpartition(".")[2] for call in case.calls}


def _roots(case: Case, *modules: str) -> bool:
    return any(call.partition(".")[0] in modules for call in case.calls)
