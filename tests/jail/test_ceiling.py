"""How exact a ceiling is, in a process of its own, for it is there for good."""

import subprocess
import sys

import pytest

from grader.jail import ceiling

TRY = """
import sys, threading
{before}
from grader.jail.ceiling import Ceiling
limit = Ceiling({limit})
limit.begin()
try:
    {work}
    limit.end()
    print("enough")
except MemoryError:
    limit.make_room()
    print("too little")
"""


def tried(work: str, limit: int, before: str = "") -> str:
    code = TRY.format(work=work, limit=limit, before=before)
    return subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False).stdout.strip()


NOT_KEPT = "import resource; resource.setrlimit = lambda *_: None"  # as where the kernel does not keep it


@pytest.mark.parametrize("before", ["", NOT_KEPT], ids=["by the kernel", "counted"])
@pytest.mark.parametrize(
    "work",
    [
        "x = bytearray({} << 20)",
        "x = [bytes(1000) for _ in range(({} << 20) // 1041)]",
        "x = list(range({} << 20 >> 5))",
    ],
    ids=["one block", "many objects", "a list"],
)
def test_what_is_a_tenth_below_fits_and_what_is_a_tenth_above_does_not(work: str, before: str) -> None:
    # A list grows by copying, for which it needs room.
    assert tried(work.format(36), 40 if "list(" not in work else 48, before) == "enough"
    assert tried(work.format(44), 40, before) == "too little"


def test_threads_have_small_stacks_and_files_that_are_mapped_are_free() -> None:
    threads = (
        "gate = threading.Event(); every = [threading.Thread(target=gate.wait) for _ in range(8)];"
        " [one.start() for one in every]; gate.set(); [one.join() for one in every]"
    )
    mapped = (
        "import mmap; file = open(sys.executable, 'rb'); x = mmap.mmap(file.fileno(), 0, prot=mmap.PROT_READ); x[-1]"
    )

    assert tried(threads, 16) == "enough"
    assert tried(mapped, 4) == "enough"


def test_none_is_asked_for_and_nothing_is_done() -> None:
    assert tried("x = bytearray(400 << 20)", 0) == "enough"


def test_where_the_kernel_keeps_it_nothing_is_counted() -> None:
    assert tried("import tracemalloc; assert not tracemalloc.is_tracing()", 16) == "enough"
    assert ceiling._SPARE > 1 << 20  # an arena of Python's, at least
