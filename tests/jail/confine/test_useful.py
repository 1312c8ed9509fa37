"""Ordinary Python still works inside: in a fresh interpreter, started as the jail is."""

from __future__ import annotations

import os
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

from .children import linux

pytestmark = linux

ROOT = Path(__file__).parents[3]

SERVER = """
import os, sys
sys.path.append(sys.argv[1])
from grader.jail import confine
words, scratch = frozenset(sys.argv[2].split()), sys.argv[3] or None
plan = confine.prepare(confine.Policy(512, 4, 64, 5, words, (), scratch and os.path.dirname(scratch)))
del sys.path[-1], sys.modules["__main__"].__dict__["__builtins__"]
if os.fork() == 0:
    status = 1
    try:
        plan.apply(scratch)
        os.chdir(scratch or "/")
        exec(compile(sys.argv[4], "work", "exec"), {"__name__": "work"})
        status = 0
    except BaseException:
        import traceback
        traceback.print_exc()
    finally:
        sys.stdout.flush()
        os._exit(status)
sys.exit(os.waitstatus_to_exitcode(os.wait()[1]))
"""


def work(code: str, requires: str = "", scratch: str = "") -> str:
    """Run code in a confined child of a fresh interpreter, and return what it printed."""
    ended = subprocess.run(
        [sys.executable, "-s", "-S", "-P", "-c", SERVER, str(ROOT), requires, scratch, textwrap.dedent(code)],
        env={},
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert ended.returncode == 0, ended.stderr
    return ended.stdout.strip()


@pytest.mark.parametrize(
    "module",
    [
        "sqlite3", "decimal", "asyncio", "json", "ssl", "multiprocessing", "zoneinfo",
        "unicodedata", "ctypes", "hashlib", "email.mime.text", "unittest.mock",
    ],
)  # fmt: skip
def test_the_standard_library_can_be_imported(module: str) -> None:
    assert work(f"import importlib; importlib.invalidate_caches(); import {module}") == ""


def test_asyncio_sqlite_and_time_zones_work_without_leave() -> None:
    code = """
        import asyncio, sqlite3, zoneinfo

        async def main():
            await asyncio.sleep(0.001)
            return sqlite3.connect(":memory:").execute("select 40 + 2").fetchone()[0]

        print(asyncio.run(main()), "Europe/Paris" in zoneinfo.available_timezones())
    """
    assert work(code) in ("42 True", "42 False")  # False: this system has no time zones


def test_installed_packages_cannot_be_read() -> None:
    """pip lies below the standard library of most Pythons."""
    code = """
        import os
        folder = os.path.join(os.path.dirname(os.__file__), "site-packages")
        for attempt in (os.listdir, lambda f: open(os.path.join(f, "README.txt")).read()):
            try:
                print(attempt(folder))
            except OSError as error:
                print(type(error).__name__, end=" ")
    """
    assert set(work(code).split()) <= {"PermissionError", "FileNotFoundError"}


def test_files_gives_a_folder_that_sqlite_and_shutil_can_use(scratch: str) -> None:
    code = """
        import os, pathlib, shutil, sqlite3, tempfile
        with sqlite3.connect("a.db") as db:
            db.execute("create table t(x)")
            db.execute("insert into t values (1)")
        db.execute("pragma journal_mode = wal")
        db.execute("insert into t values (2)")
        db.commit()
        print(db.execute("select count(*) from t").fetchone()[0])
        db.close()
        shutil.copy("a.db", "b.db")
        shutil.copy2("a.db", "c.db")
        os.mkdir("d")
        os.rename("c.db", "d/c.db")
        pathlib.Path("touched").touch()
        pathlib.Path("touched").touch()
        with tempfile.TemporaryDirectory(dir=".") as temporary:
            pathlib.Path(temporary, "x").write_text("x")
        shutil.make_archive("e", "zip", "d")
        shutil.unpack_archive("e.zip", "f")
        print(sorted(path for path in os.listdir() if not path.startswith("a.")))
    """
    assert work(code, "files", scratch).splitlines() == [
        "2",
        "['b.db', 'd', 'e.zip', 'f', 'touched']",
    ]


def test_a_file_has_the_size_that_the_policy_gives(scratch: str) -> None:
    code = """
        import errno
        try:
            with open("big", "wb") as file:
                file.write(bytes(5 << 20))
        except OSError as error:
            print(errno.errorcode[error.errno])
    """
    assert work(code, "files", scratch) == "EFBIG"
    assert os.path.getsize(os.path.join(scratch, "big")) == 4 << 20


def test_a_scratch_folder_takes_no_links(scratch: str) -> None:
    code = """
        import os
        for make in (lambda: os.symlink("/etc/passwd", "link"), lambda: os.mkfifo("pipe")):
            try:
                make()
            except OSError as error:
                print(type(error).__name__)
    """
    assert work(code, "files", scratch).split() == ["PermissionError"] * 2


def test_threads_run() -> None:
    code = """
        from concurrent.futures import ThreadPoolExecutor
        with ThreadPoolExecutor(4) as pool:
            print(sum(pool.map(abs, [-1, -2, -3])))
    """
    assert work(code, "threads") == "6"


def test_processes_run_this_python_and_no_other_program() -> None:
    code = """
        import multiprocessing, subprocess, sys
        with multiprocessing.get_context("fork").Pool(2) as pool:
            print(pool.map(abs, [-1, -2]))
        run = subprocess.run([sys.executable, "-c", "import json; print(json.dumps(5))"],
                             capture_output=True, text=True)
        print(run.stdout.strip(), run.stderr)
        sleeper = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(60)"])
        sleeper.terminate()
        print(sleeper.wait())
        try:
            subprocess.run(["/bin/sh", "-c", "echo no"])
        except OSError as error:
            print(type(error).__name__)
    """
    assert work(code, "processes").split() == ["[1,", "2]", "5", "-15", "PermissionError"]


def test_a_fork_bomb_ends() -> None:
    code = """
        import os, time
        count = 0
        try:
            while os.fork():
                count += 1
            time.sleep(1)
            os._exit(0)
        except OSError:
            print(count < 5000)
    """
    assert work(code, "processes") == "True"


def test_loopback_reaches_itself() -> None:
    code = """
        import asyncio

        async def answer(reader, writer):
            writer.write((await reader.readline()).upper())
            await writer.drain()
            writer.close()

        async def main():
            server = await asyncio.start_server(answer, "127.0.0.1", 0)
            address = server.sockets[0].getsockname()
            reader, writer = await asyncio.open_connection(*address)
            writer.write(b"hello\\n")
            print((await reader.readline()).decode())
            writer.close()
            server.close()

        asyncio.run(main())
    """
    assert work(code, "loopback") == "HELLO"
