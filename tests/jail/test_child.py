"""The jail's inner room: frames over descriptors, and fresh imports of attempt and scenarios."""

import builtins
import json
import linecache
import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from importlib import metadata
from pathlib import Path
from typing import Any

import pytest

from grader.jail import wire
from grader.jail.child import Hangup, PackageFinder, Pipe, Room, empty

ROOT = Path(__file__).parents[2]
SCENARIOS = "def run(*args, **kwargs):\n    import attempt\n    return attempt.run(*args, **kwargs)\n"


@pytest.fixture(autouse=True)
def _modules() -> Iterator[None]:
    yield
    sys.modules.pop("attempt", None)


@pytest.fixture
def pipes() -> Iterator[tuple[Pipe, socket.socket]]:
    ours, theirs = socket.socketpair()
    with ours, theirs:
        yield Pipe(ours.fileno(), ours.fileno()), theirs


def room(source: str, scenarios: str = SCENARIOS, scratch: str | None = None) -> Room:
    return Room(wire.Load("attempt", source.encode(), scenarios.encode(), scratch))


def call(name: str = "run", *args: Any, renew: bool = False, **kwargs: Any) -> wire.Call:
    lowered = {key: wire.lower(value) for key, value in kwargs.items()}
    return wire.Call(9, name, [wire.lower(value) for value in args], lowered, renew)


# --- the pipe ---


def test_a_request_is_received_in_whatever_pieces_it_comes(pipes: tuple[Pipe, socket.socket]) -> None:
    pipe, judge = pipes
    data = wire.frame(call("run", 1))
    judge.send(data[:2])
    judge.send(data[2:7])
    judge.send(data[7:])

    assert pipe.receive() == call("run", 1)


def test_two_requests_in_one_piece_are_two(pipes: tuple[Pipe, socket.socket]) -> None:
    pipe, judge = pipes
    judge.send(wire.frame(call("one")) + wire.frame(call("two")))

    assert [pipe.receive(), pipe.receive()] == [call("one"), call("two")]


@pytest.mark.parametrize("sent", [b"", b"\x01", b"\x08\0\0\0half"], ids=["nothing", "half a header", "half a body"])
def test_a_judge_that_is_gone_is_a_hangup(pipes: tuple[Pipe, socket.socket], sent: bytes) -> None:
    pipe, judge = pipes
    judge.send(sent)
    judge.shutdown(socket.SHUT_WR)

    with pytest.raises(Hangup):
        pipe.receive()


def test_a_reply_is_sent_as_one_frame(pipes: tuple[Pipe, socket.socket]) -> None:
    pipe, judge = pipes
    pipe.send(wire.Returned(1, "x"))

    assert judge.recv(100) == wire.frame(wire.Returned(1, "x"))


# --- the room ---


def test_a_value_is_returned_under_the_number_of_its_call() -> None:
    assert room("def run(n):\n    return (n,)\n").run(call("run", 3)) == wire.Returned(9, {"tuple": [3]})


def test_arguments_arrive_lifted() -> None:
    source = "def run(*args, **kwargs):\n    return [type(v).__name__ for v in (*args, *kwargs.values())]\n"

    assert room(source).run(call("run", (), {1}, b=2**80, c="\ud800")).value == ["tuple", "set", "int", "str"]


def test_a_dictionary_arrives_as_what_it_is_at_a_prompt() -> None:
    """An attempt may ask for its exact type, and finds no attributes in the place of its keys."""
    source = "def run(*args, **kwargs):\n    return [type(one).__name__ for one in (*args, *args[1], *kwargs.values())]"

    reply = room(source).run(call("run", {"a": 1}, [{}], one={"b": {}}))

    assert isinstance(reply, wire.Returned)
    assert wire.lift(reply.value) == ["dict", "list", "dict", "dict"]


def test_an_exception_is_raised_under_the_number_of_its_call() -> None:
    answer = room("def run():\n    raise SystemExit(3)\n").run(call())

    assert isinstance(answer, wire.Raised)
    assert (answer.id, wire.lift(answer.error).type) == (9, "SystemExit")


@pytest.mark.parametrize("value", ["b'x' * 2_000_000", "[0] * 20_001", "dict.fromkeys(range(10_001))", "[()] * 20_001"])
def test_a_value_too_large_for_an_answer_is_described(value: str) -> None:
    answer = room(f"def run():\n    return {value}\n").run(call())

    assert "can be looked at" in wire.lift(answer.value).kind


def test_a_call_that_asks_for_it_gets_a_fresh_import_of_both() -> None:
    scenarios = "seen = []\ndef run(n):\n    import attempt\n    seen.append(n)\n    return [seen, attempt.run(n)]\n"
    one = room("seen = []\ndef run(n):\n    seen.append(n)\n    return seen\n", scenarios)
    one.run(call("run", 1))

    assert one.run(call("run", 2)).value == [[1, 2], [1, 2]]
    assert one.run(call("run", 3, renew=True)).value == [[3], [3]]


def test_the_attempt_is_importable_by_its_name() -> None:
    scenarios = "import sys\ndef run():\n    import attempt\n    return sys.modules['attempt'] is attempt\n"

    assert room("", scenarios).run(call()).value is True


def test_future_statements_of_the_grader_do_not_reach_the_attempt() -> None:
    source = "def f(n: int): pass\ndef run():\n    return f.__annotations__['n'] is int\n"

    assert room(source).run(call()).value is True


def test_a_fresh_import_empties_the_scratch_folder(tmp_path: Path) -> None:
    one = room("def run():\n    return 1\n", scratch=str(tmp_path))
    (tmp_path / "file").write_text("x")
    one.run(call(renew=True))

    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_what_an_attempt_says_of_its_encoding_has_no_say(mark: str) -> None:
    room(f"{mark}# coding: utf-7\nvalue = 'é+AGEAYg-'\n")

    assert sys.modules["attempt"].value == "é+AGEAYg-"


def test_the_lines_of_an_attempt_are_those_that_python_counts() -> None:
    room("a = '\x0c\x1c\x85\u2028'\r\nb = 2\rc = 3\n")

    assert [linecache.getline("attempt.py", number) for number in (1, 2, 3, 4)] == [
        "a = '\x0c\x1c\x85\u2028'\n",
        "b = 2\n",
        "c = 3\n",
        "",
    ]


def test_an_attempt_that_is_no_python_raises_where_it_is_compiled() -> None:
    with pytest.raises(SyntaxError):
        room("def run()\n")


# --- folders and packages ---


def test_a_folder_is_emptied_of_all_that_it_holds(tmp_path: Path) -> None:
    (tmp_path / "inner/deep").mkdir(parents=True)
    (tmp_path / "inner/deep/file").write_text("x")
    (tmp_path / "file").write_text("x")
    empty(str(tmp_path))

    assert list(tmp_path.iterdir()) == []


def test_emptying_a_folder_follows_no_link(tmp_path: Path) -> None:
    kept = tmp_path / "kept"
    kept.mkdir()
    (kept / "file").write_text("x")
    folder = tmp_path / "folder"
    folder.mkdir()
    (folder / "link").symlink_to(kept)
    empty(str(folder))

    assert [list(folder.iterdir()), (kept / "file").read_text()] == [[], "x"]


@pytest.fixture
def finder(tmp_path: Path) -> PackageFinder:
    for name in ("wanted", "other"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "__init__.py").write_text("")
    return PackageFinder({"wanted": str(tmp_path)})


def test_a_required_package_is_found(finder: PackageFinder, tmp_path: Path) -> None:
    assert finder.find_spec("wanted").origin == str(tmp_path / "wanted/__init__.py")


@pytest.mark.parametrize("name", ["other", "pytest", "os"])
def test_what_lies_beside_a_required_package_is_not_found(finder: PackageFinder, name: str) -> None:
    assert finder.find_spec(name) is None


def test_a_submodule_is_left_to_its_package(finder: PackageFinder) -> None:
    assert finder.find_spec("wanted.inner", path=["/somewhere"]) is None


# --- standard streams ---


def redirected(code: str) -> "subprocess.CompletedProcess[bytes]":
    """Runs `code` in a process whose output was redirected to what was its standard error."""
    script = f"import os, sys\nfrom grader.jail import child\nchild.redirect(os.dup(2))\n{code}\n"
    return subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, input=b"typed", capture_output=True, env={**os.environ}, timeout=30
    )


def test_both_streams_go_to_the_one_output() -> None:
    done = redirected(
        "print('a'); print('b', file=sys.stderr); sys.__stdout__.write('c'); os.write(1, b'd')\nchild.flush()"
    )

    assert done.stdout == b""
    assert sorted(done.stderr.decode().replace("\n", "")) == ["a", "b", "c", "d"]


def test_standard_input_is_taken_away() -> None:
    assert redirected("print(repr(sys.stdin.read()))\nchild.flush()").stderr == b"''\n"


def test_a_line_is_out_before_a_process_dies() -> None:
    assert redirected("print('out'); os._exit(1)").stderr == b"out\n"


def test_text_that_cannot_be_encoded_is_written_as_escapes() -> None:
    assert redirected(r"print('\ud800é')").stderr == "\\ud800é\n".encode()


@pytest.mark.parametrize("stream", ["None", "object()", "open(os.devnull)"])
def test_flushing_a_replaced_stream_is_no_error(stream: str) -> None:
    done = redirected(f"sys.stdout = {stream}\nchild.flush()\nos.write(2, b'fine')\nos._exit(0)")

    assert done.stderr == b"fine"


def test_what_an_attempt_put_into_builtins_is_gone_with_it() -> None:
    source = "import builtins\nbuiltins.sum = len\n\ndef run():\n    return sum([5])\n"
    scenarios = "def run():\n    import attempt\n    return [sum([5]), attempt.run()]\n"
    real = sum
    try:
        inside = room(source, scenarios)
        answers = [inside.run(call("run", renew=renew)) for renew in (False, True, True)]
    finally:
        builtins.sum = real  # type: ignore[assignment]

    assert [wire.lift(answer.value) for answer in answers if isinstance(answer, wire.Returned)] == [[5, 1]] * 3


# --- an attempt that is no module ---


def test_what_is_not_imported_lies_in_the_scratch_folder_and_is_not_run(tmp_path: Path) -> None:
    scenarios = "def run(name):\n    with open(name) as file:\n        return file.read()\n"
    source = "1 / 0\n"
    one = Room(wire.Load("attempt", source.encode(), scenarios.encode(), str(tmp_path), imported=False))

    (tmp_path / "attempt.py").write_text("another\n")
    path = str(tmp_path / "attempt.py")
    assert one.run(call("run", path, renew=True)) == wire.Returned(9, source)
    assert "attempt" not in sys.modules


def test_what_is_not_imported_has_to_be_python_all_the_same() -> None:
    with pytest.raises(SyntaxError):
        Room(wire.Load("attempt", b"def\n", b"", None, imported=False))


def test_a_package_knows_its_version_and_no_other_is_to_be_seen() -> None:
    site = next(iter(metadata.distribution("jinja2").files or [])).locate().parents[1]
    info = next(str(path) for path in site.iterdir() if path.name.lower().startswith("jinja2-"))
    code = (
        "import json, sys\nfrom importlib import metadata\nfrom grader.jail import child\n"
        "from grader.jail.child import find_packages\nsys.path[:] = [p for p in sys.path if 'site-packages' not in p]\n"
        f"find_packages({{'jinja2': {str(site)!r}}}, [{info!r}])\n"
        "print(json.dumps([metadata.version('Jinja2'), [one.metadata['Name'] for one in metadata.distributions()]]))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=30)

    version, names = json.loads(done.stdout)
    assert version == metadata.version("jinja2")
    assert [name.lower() for name in names if name != "grader"] == ["jinja2"]
