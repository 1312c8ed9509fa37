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


def test_sqlite_locks_its_files_whatever_the_journal(scratch: str) -> None:
    """Each mode of the journal, two connections, and a transaction that the second has to wait for."""
    code = """
        import sqlite3
        for mode in ("delete", "truncate", "persist", "memory", "wal", "off"):
            with sqlite3.connect(f"{mode}.db", isolation_level=None, timeout=0) as one:
                print(one.execute(f"pragma journal_mode = {mode}").fetchone()[0], end=" ")
                one.execute("create table t(x)")
                one.execute("begin immediate")
                one.execute("insert into t values (1)")
                other = sqlite3.connect(f"{mode}.db", isolation_level=None, timeout=0)
                try:
                    other.execute("begin immediate")
                except sqlite3.OperationalError as error:
                    print(error, end=" ")
                one.execute("commit")
                other.execute("begin immediate")
                other.execute("insert into t values (2)")
                other.execute("rollback" if mode != "off" else "commit")
                print(one.execute("select count(*) from t").fetchone()[0])
                other.close()
    """
    once = "database is locked"
    assert work(code, "files", scratch).splitlines() == [
        *(f"{mode} {once} 1" for mode in ("delete", "truncate", "persist", "memory", "wal")),
        f"off {once} 2",
    ]


def test_databases_mailboxes_and_locks_of_a_file_work(scratch: str) -> None:
    code = """
        import fcntl, mailbox, shelve
        with shelve.open("shelf") as shelf:
            shelf["a"] = [1]
        with shelve.open("shelf") as shelf:
            print(shelf["a"])
        box = mailbox.mbox("box")
        box.lock()
        box.add("Subject: one\\n\\ntext\\n")
        box.unlock()
        print(len(box))
        box.close()
        with open("locked", "w") as file:
            fcntl.lockf(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            file.write("x")
            fcntl.lockf(file, fcntl.LOCK_UN)
        print("locked")
    """
    assert work(code, "files", scratch).split() == ["[1]", "1", "locked"]


def test_processes_that_share_files_keep_each_other_out(scratch: str) -> None:
    """Here a lock is a real one."""
    code = """
        import fcntl, os
        with open("locked", "w") as file:
            fcntl.lockf(file, fcntl.LOCK_EX)
            pid = os.fork()
            if pid == 0:
                with open("locked", "w") as again:
                    try:
                        fcntl.lockf(again, fcntl.LOCK_EX | fcntl.LOCK_NB)
                    except BlockingIOError:
                        os._exit(7)
                os._exit(0)
            print(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]))
    """
    assert work(code, "files processes", scratch) == "7"


def test_many_threads_wait_for_each_other_with_all_that_threading_has() -> None:
    code = """
        import queue, threading
        barrier, done, lock = threading.Barrier(8), queue.Queue(), threading.Condition()
        def one(n):
            barrier.wait()
            with lock:
                lock.notify_all()
            done.put(n)
        for _ in range(20):
            threads = [threading.Thread(target=one, args=(n,)) for n in range(8)]
            for thread in threads:
                thread.start()
            for thread in threads:
                thread.join(5)
        print(done.qsize(), threading.active_count())
    """
    assert work(code, "threads") == "160 1"


def test_semaphores_and_queues_of_multiprocessing_work(scratch: str) -> None:
    code = """
        import multiprocessing
        context = multiprocessing.get_context("fork")
        def work(queue, lock, n):
            with lock:
                queue.put(n)
        queue, lock = context.Queue(), context.Lock()
        workers = [context.Process(target=work, args=(queue, lock, n)) for n in range(3)]
        for worker in workers:
            worker.start()
        print(sorted(queue.get(timeout=10) for _ in workers))
        for worker in workers:
            worker.join(10)
        print([worker.exitcode for worker in workers])
    """
    assert work(code, "processes files", scratch).splitlines() == ["[0, 1, 2]", "[0, 0, 0]"]


def test_a_process_knows_itself() -> None:
    code = """
        import os, signal, time
        os.getpgid(0), os.getsid(os.getpid()), os.sched_getaffinity(0), os.sched_getscheduler(0)
        os.getpriority(os.PRIO_PROCESS, 0), os.cpu_count()
        time.process_time(), time.thread_time(), time.clock_gettime(time.CLOCK_MONOTONIC)
        if hasattr(time, "pthread_getcpuclockid"):
            import threading
            time.clock_gettime(time.pthread_getcpuclockid(threading.get_ident()))
        signal.signal(signal.SIGALRM, lambda *_: print("rang"))
        signal.setitimer(signal.ITIMER_REAL, 0.01)
        signal.pause()
    """
    assert work(code) == "rang"


def test_asyncio_waits_sends_and_is_interrupted_over_a_pair_of_sockets() -> None:
    code = """
        import asyncio, signal, socket

        async def main():
            loop = asyncio.get_running_loop()
            loop.add_signal_handler(signal.SIGUSR1, lambda: print("told", end=" "))
            signal.raise_signal(signal.SIGUSR1)
            ours, theirs = socket.socketpair()
            for end in (ours, theirs):
                end.setblocking(False)
            await loop.sock_sendall(ours, b"hello")
            print((await loop.sock_recv(theirs, 10)).decode(), end=" ")
            reader, writer = await asyncio.open_connection(sock=theirs)
            ours.send(b"more")
            print((await asyncio.wait_for(reader.read(4), 5)).decode(), end=" ")
            writer.close()
            async with asyncio.timeout(5), asyncio.TaskGroup() as group:
                group.create_task(asyncio.sleep(0.01))
            print("done")

        asyncio.run(main())
    """
    assert sorted(work(code).split()) == ["done", "hello", "more", "told"]


def test_memory_files_and_mappings_of_ones_own_work(scratch: str) -> None:
    code = """
        import mmap, pathlib, tempfile
        with tempfile.TemporaryFile(dir=".") as file:
            file.write(bytes(8192))
            file.flush()
            with mmap.mmap(file.fileno(), 8192) as view:
                view[0:5] = b"hello"
                view.flush()
                view.madvise(mmap.MADV_SEQUENTIAL)
            file.seek(0)
            print(file.read(5))
        with mmap.mmap(-1, 1 << 20) as anonymous:
            anonymous.madvise(mmap.MADV_DONTNEED)
        path = pathlib.Path("a") / "b"
        path.parent.mkdir()
        path.write_text("x")
        path.replace("c")
        print(sorted(str(one) for one in pathlib.Path(".").rglob("*")))
    """
    assert work(code, "files", scratch).splitlines() == ["b'hello'", "['a', 'c']"]
