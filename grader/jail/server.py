"""The jail's door: a fork-server that is up once and gives a new, confined child for each test.

Started by the judge as a script, `python -s -S -P server.py`, with an empty environment and one socket. It imports
neither pytest nor Hypothesis nor a suite, and never runs the attempt itself. Where the platform has no fork, or
`GRADER_JAIL=spawn` asks for it, `room.py` starts a fresh interpreter for each child instead.
"""

import contextlib
import gc
import json
import os
import select
import signal
import socket
import sys
import time
from collections import deque
from collections.abc import Iterator
from typing import Any


def main() -> None:
    """Becomes the fork-server of one jail."""
    control = socket.socket(fileno=int(sys.argv[1]))
    settings_size = int(sys.argv[2])
    lifeline = int(sys.argv[3])  # is closed when this process ends
    paths = sys.argv[4:]
    sys.path[:0] = paths
    # Imported from here, for the children's sake: what they share is paid for once.
    from grader.jail import child, processes, settings

    ours = settings.read(control.recv(settings_size, socket.MSG_WAITALL))
    del sys.path[: len(paths)]
    child.redirect(os.dup(2))  # a pipe, as what a child prints goes to: its streams are ready when it is forked
    child.find_packages(ours.packages, ours.readable)
    settings.preload(ours)
    child.prepare_ahead(ours.scenarios)
    plan = settings.plan(ours)
    victim = processes.Victim()
    victim.offer(processes.NEXT)
    processes.guard(die_with_parent=False)  # it has to sweep first, and sees that the judge is gone
    gc.collect()
    gc.freeze()  # a child's first collection would otherwise copy every page
    Server(control, plan, lifeline, victim).run()


LOOK_SECONDS = 0.01  # between two looks at the space, in which memory takes some 15 MB


class Server:
    """Forks and reaps on the judge's word; ends, with all its children, when the judge is gone."""

    def __init__(self, control: socket.socket, plan: Any, lifeline: int, victim: Any) -> None:
        self.control = control
        self.lifeline = lifeline
        self.plan = plan
        self.victim = victim
        self.children: dict[int, Any] = {}  # with what hears of each what it is doing
        self.floor: tuple[str, int] | None = None  # a folder, and the bytes that have to stay free where it lies
        self.stopped: set[int] = set()  # children that were killed because less is free

    def run(self) -> None:
        from grader.jail import processes

        self.answer({"up": True})
        try:
            for request, fds in self.requests():
                if request["op"] == "fork":
                    self.fork(request["scratch"], *fds)
                elif request["op"] == "stack":
                    self.answer({"stack": self.stack(request["pid"])})
                elif request["op"] == "keep free":
                    self.floor = (request["folder"], request["bytes"]) if request["bytes"] > 0 else None
                else:
                    self.reap(request["pid"], request["grace"])
        except OSError:
            pass  # the judge is gone: nobody is left to answer
        finally:
            for pid in list(self.children):
                self.kill(pid, grace=0)
            processes.sweep(keep=set())
            os._exit(0)

    def requests(self) -> Iterator[tuple[dict[str, Any], list[int]]]:
        """What the judge asks, line by line, with the descriptors that came along; one read may bring several lines."""
        data, fds = b"", deque[int]()
        while True:
            self.look_until_asked()
            more, came, _, _ = socket.recv_fds(self.control, 4096, 2)
            if not more:
                return
            fds.extend(came)
            *lines, data = (data + more).split(b"\n")
            for line in lines:
                request = json.loads(line)
                yield request, [fds.popleft() for _ in range(request.get("fds", 0))]

    def look_until_asked(self) -> None:
        """Looks at the space now and then: the judge does so, too, but may be at work when a child is."""
        while self.floor and self.children and not select.select([self.control], [], [], LOOK_SECONDS)[0]:
            self.look()

    def look(self) -> None:
        """Ends all children where less space is left than has to be."""
        if self.floor is None:
            return
        folder, least = self.floor
        try:
            found = os.statvfs(folder)
        except OSError:
            self.floor = None
            return
        if found.f_bavail * found.f_frsize < least:
            self.floor = None  # until the judge says how to go on
            self.stopped |= self.children.keys()
            for pid in self.children:
                self.signal(pid)

    def answer(self, message: dict[str, Any]) -> None:
        self.control.sendall(json.dumps(message).encode() + b"\n")

    def fork(self, scratch: str | None, wire_fd: int, output_fd: int) -> None:
        from grader.jail import processes, stack

        listener = stack.Listener()
        self.victim.offer(processes.FIRST)  # the child is closed to itself from the start, so it gets that by birth
        try:
            pid = os.fork()
            if pid == 0:
                listener.close()
                self.become_child(scratch, wire_fd, output_fd, listener.telling)
        finally:
            self.victim.offer(processes.NEXT)
        for fd in (wire_fd, output_fd, listener.telling):
            os.close(fd)
        self.children[pid] = listener
        self.answer({"pid": pid})

    def become_child(self, scratch: str | None, wire_fd: int, output_fd: int, telling: int) -> None:
        from grader.jail import child, stack

        status = 1
        try:
            self.control.close()
            self.victim.close()
            os.close(self.lifeline)
            for listener in self.children.values():
                listener.close()
            os.setsid()
            stack.tell(telling)
            child.point_output_to(output_fd)
            child.serve(child.Pipe(wire_fd, wire_fd), self.plan, scratch)
        except child.Hangup:
            status = 0
        except OSError as error:
            os.write(2, f"the jail's child failed: {error}\n".encode())
        finally:
            os._exit(status)

    def stack(self, pid: int) -> str:
        """What a child says that it is doing: nothing, if it has ended."""
        return self.children[pid].heard(pid, meanwhile=self.look) if pid in self.children else ""

    def reap(self, pid: int, grace: float) -> None:
        from grader.jail import processes

        status = self.kill(pid, grace)
        processes.sweep(keep=set(self.children))
        self.answer({"status": status, "stopped": pid in self.stopped})
        self.stopped.discard(pid)

    def kill(self, pid: int, grace: float) -> int:
        """Ends `pid` and its process group, at once or after `grace` seconds in which it may end
        by itself; returns its exit status, negative for a signal.
        """
        if pid in self.children:
            self.children.pop(pid).close()
        deadline = time.monotonic() + grace
        done, status = os.waitpid(pid, os.WNOHANG)
        while not done and time.monotonic() < deadline:
            time.sleep(0.001)
            done, status = os.waitpid(pid, os.WNOHANG)
        self.signal(pid, group_alone=bool(done))
        if not done:
            _, status = os.waitpid(pid, 0)
        return os.waitstatus_to_exitcode(status)

    def signal(self, pid: int, group_alone: bool = False) -> None:
        """Kills the process group of `pid`, and `pid` itself, which may not lead it yet."""
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(pid, signal.SIGKILL)
        if not group_alone:
            with contextlib.suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)


if __name__ == "__main__":
    main()
