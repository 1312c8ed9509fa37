"""What the suite does with an attempt at generators."""

import builtins
import io
import locale
import os
import tempfile
from _io import TextIOWrapper  # nothing replaces these two, not even an earlier example
from _io import open as real_open

# What the scenarios use: the attempt, which comes later, may have replaced it where it was.
from builtins import ConnectionError, FileNotFoundError, ValueError, list, map, next, str
from gc import collect, freeze
from itertools import islice


def make_open():
    """An `open` as on a machine that prefers Latin-1, and how to collect what it opens."""
    collections = []

    def open_elsewhere(file, mode="r", buffering=-1, encoding=None, *rest, **options):
        if "b" not in mode and encoding in (None, "locale"):
            encoding = "latin-1"
        stream = real_open(file, mode, buffering, encoding, *rest, **options)
        for collection in collections:
            collection.append(stream)
        return stream

    def start():
        collections.append([])

    def stop():
        return collections.pop()

    return open_elsewhere, start, stop


# `Path.open` and `os.fdopen` look it up in io.
open_elsewhere, start_collecting, stop_collecting = make_open()
builtins.open = io.open = open_elsewhere
# In the UTF-8 mode of the jail it would give `Path.open` another answer than on such a machine.
io.text_encoding = lambda encoding, stacklevel=2: "locale" if encoding is None else encoding
locale.getpreferredencoding = lambda do_setlocale=True: "latin-1"
locale.getencoding = lambda: "latin-1"


class TextElsewhere(TextIOWrapper):
    """Text over a binary file, as on a machine that prefers Latin-1."""

    def __init__(self, buffer, encoding=None, *rest, **options):
        super().__init__(buffer, "latin-1" if encoding in (None, "locale") else encoding, *rest, **options)


io.TextIOWrapper = TextElsewhere


def _write(name, content, mode="wb"):
    with real_open(name, mode) as file:
        file.write(content.encode("utf-8"))


def make_tap(items):
    """An iterator that can be gone through once, and a look at what was pulled since the last."""
    pulled = []

    def note(item):
        pulled.append(item)
        return item

    def look():
        seen = pulled[:]
        pulled.clear()
        return seen

    return map(note, items), look


def fibonacci_numbers(generators, start, count):
    """Takes some Fibonacci numbers, from a place counted from zero on.

    from itertools import islice
    from generators import fibonacci_generator
    list(islice(fibonacci_generator(), {{ start }}, {{ start + count }}))
    """
    return list(islice(generators.fibonacci_generator(), start, start + count))


def fibonacci_endings(generators, start, count):
    """Takes many Fibonacci numbers, and then the last nine digits of those that come next.

    from itertools import islice
    from generators import fibonacci_generator
    numbers = fibonacci_generator()
    taken = sum(1 for number in islice(numbers, {{ start }}))
    [number % 10**9 for number in islice(numbers, {{ count }})]
    """
    numbers = generators.fibonacci_generator()
    for _ in islice(numbers, start):
        pass
    return [number % 10**9 for number in islice(numbers, count)]


def fibonacci_turns(generators, turns):
    """Asks two Fibonacci generators for a number in turn.

    from generators import fibonacci_generator
    pair = [fibonacci_generator(), fibonacci_generator()]
    [next(pair[turn]) for turn in {{ turns }}]
    """
    pair = [generators.fibonacci_generator(), generators.fibonacci_generator()]
    return [next(pair[turn]) for turn in turns]


def read_text(generators, content):
    """Writes a file and reads its lines.

    import os, tempfile
    from pathlib import Path
    from generators import read_large_file
    os.chdir(tempfile.mkdtemp())
    size = Path("notes.txt").write_bytes({{ content }}.encode("utf-8"))
    list(read_large_file("notes.txt"))
    """
    _write("notes.txt", content)
    return list(generators.read_large_file("notes.txt"))


def read_elsewhere(generators, content):
    """Reads a UTF-8 file where `open` prefers another encoding.

    import builtins, io, os, tempfile
    from pathlib import Path
    from generators import read_large_file
    os.chdir(tempfile.mkdtemp())
    size = Path("notes.txt").write_bytes({{ content }}.encode("utf-8"))
    real_open = builtins.open
    def open_elsewhere(file, mode="r", buffering=-1, encoding=None, *rest, **options):
        if "b" not in mode and encoding in (None, "locale"):
            encoding = "latin-1"
        return real_open(file, mode, buffering, encoding, *rest, **options)

    builtins.open = io.open = open_elsewhere
    lines = list(read_large_file("notes.txt"))
    builtins.open = io.open = real_open
    lines
    """
    return read_text(generators, content)


def read_growing(generators, lines, appended):
    r"""Reads one line of a file, appends some, and reads the others.

    import os, tempfile
    from generators import read_large_file
    os.chdir(tempfile.mkdtemp())
    with open("log.txt", "w", encoding="utf-8") as log:
        log.writelines(line + "\n" for line in {{ lines }})

    reader = read_large_file("log.txt")
    first = next(reader)
    with open("log.txt", "a", encoding="utf-8") as log:
        log.writelines(line + "\n" for line in {{ appended }})

    [first, *reader]
    """
    _write("log.txt", "".join(line + "\n" for line in lines))
    reader = generators.read_large_file("log.txt")
    first = next(reader)
    _write("log.txt", "".join(line + "\n" for line in appended), "ab")
    return [first, *reader]


def files_left_open(generators, fates):
    r"""Brings several readers into different states and looks which files are open then.

    import builtins, gc, io, os, tempfile
    from generators import read_large_file
    os.chdir(tempfile.mkdtemp())
    opened = []
    real_open = builtins.open
    def watched_open(*arguments, **options):
        opened.append(real_open(*arguments, **options))
        return opened[-1]

    builtins.open = io.open = watched_open
    readers = []
    for name, fate in {{ fates }}:
        with real_open(name, "w", encoding="utf-8") as file:
            written = file.write("one\ntwo\nthree\n")
        reader = read_large_file(name)
        if fate != "not started":
            line = next(reader)
        if fate == "at its end":
            rest = list(reader)
        if fate == "closed":
            reader.close()
        if fate != "dropped":
            readers.append(reader)
        del reader

    found = gc.collect()
    builtins.open = io.open = real_open
    [os.path.basename(file.name) for file in opened if not file.closed]
    """
    freeze()  # what exists already need not be searched for what is dropped below
    # References to the files: it takes a call of close() to close them.
    start_collecting()
    readers = []
    for name, fate in fates:
        _write(name, "one\ntwo\nthree\n")
        reader = generators.read_large_file(name)
        if fate != "not started":
            next(reader)
        if fate == "at its end":
            list(reader)
        if fate == "closed":
            reader.close()
        if fate != "dropped":
            readers.append(reader)
        del reader
    collect()
    opened = stop_collecting()
    still_open = [os.path.basename(file.name) for file in opened if not file.closed]
    for file in opened:
        file.close()
    return still_open


def read_in_turn(generators, lines, turns):
    r"""Asks two readers of one file for a line in turn.

    import os, tempfile
    from generators import read_large_file
    os.chdir(tempfile.mkdtemp())
    with open("notes.txt", "w", encoding="utf-8") as notes:
        notes.writelines(line + "\n" for line in {{ lines }})

    pair = [read_large_file("notes.txt"), read_large_file("notes.txt")]
    [next(pair[turn], None) for turn in {{ turns }}]
    """
    _write("notes.txt", "".join(line + "\n" for line in lines))
    pair = [generators.read_large_file("notes.txt"), generators.read_large_file("notes.txt")]
    return [next(pair[turn], None) for turn in turns]


def read_what_is_there(generators, names, there):
    r"""Reads several files, of which some don't exist; each that does contains its own name.

    import os, tempfile
    from pathlib import Path
    from generators import read_large_file
    os.chdir(tempfile.mkdtemp())
    sizes = [Path(name).write_text(name + "\n") for name in {{ there }}]
    readers = [(name, read_large_file(name)) for name in {{ names }}]
    read, missing = [], []
    for name, reader in readers:
        try:
            read.extend(reader)
        except FileNotFoundError:
            missing.append(name)

    read, missing
    """
    folder = tempfile.mkdtemp(dir=os.curdir)
    for name in there:
        _write(os.path.join(folder, name), name + "\n")
    readers = [(name, generators.read_large_file(os.path.join(folder, name))) for name in names]
    read, missing = [], []
    for name, reader in readers:
        try:
            read.extend(reader)
        except FileNotFoundError:
            missing.append(name)
    return {"read": read, "missing": missing}


def batches(generators, data, batch_size):
    """Sends a list through the pipeline.

    from generators import process_data_pipeline
    list(process_data_pipeline({{ data }}, {{ batch_size }}))
    """
    return list(generators.process_data_pipeline(data, batch_size))


def default_batches(generators, data):
    """Sends a list through the pipeline and names no batch size.

    from generators import process_data_pipeline
    list(process_data_pipeline({{ data }}))
    """
    return list(generators.process_data_pipeline(data))


def batches_of_a_stream(generators, data, batch_size):
    """Sends items through the pipeline that can be gone through only once.

    from generators import process_data_pipeline
    stream = (item for item in {{ data }})
    list(process_data_pipeline(stream, batch_size={{ batch_size }}))
    """
    stream = (item for item in data)
    return list(generators.process_data_pipeline(stream, batch_size=batch_size))


def pulls(generators, data, batch_size):
    """Watches which items are pulled at the call, and which for each batch.

    from generators import process_data_pipeline
    pulled = []
    def tap():
        for item in {{ data }}:
            pulled.append(item)
            yield item

    pipeline = process_data_pipeline(tap(), batch_size={{ batch_size }})
    steps = [("call", pulled[:])]
    for batch in pipeline:
        steps.append((batch, pulled[:]))

    steps  # all items pulled up to each step
    """
    tap, look = make_tap(data)
    pipeline = generators.process_data_pipeline(tap, batch_size=batch_size)
    at_the_call = look()
    for_each_batch = []
    for _ in pipeline:
        for_each_batch.append(look())
    return {"at_the_call": at_the_call, "for_each_batch": for_each_batch}


def left_in_the_stream(generators, data, batch_size):
    """Takes one batch and looks what is left in the stream that it came from.

    from generators import process_data_pipeline
    stream = iter({{ data }})
    batch = next(process_data_pipeline(stream, batch_size={{ batch_size }}))
    batch, list(stream)
    """
    stream = iter(data)
    batch = next(generators.process_data_pipeline(stream, batch_size=batch_size))
    return {"batch": batch, "left": list(stream)}


def marked_batches(generators, data, batch_size, mark):
    """Keeps every batch, and appends a mark of its own to each.

    from generators import process_data_pipeline
    kept = []
    for batch in process_data_pipeline({{ data }}, batch_size={{ batch_size }}):
        batch.append({{ mark }})
        kept.append(batch)

    kept
    """
    kept = []
    for batch in generators.process_data_pipeline(data, batch_size=batch_size):
        batch.append(mark)
        kept.append(batch)
    return kept


def refused_sizes(generators, sizes):
    """Makes pipelines of several sizes, and asks none of them for a batch.

    from generators import process_data_pipeline
    refused = []
    for size in {{ sizes }}:
        try:
            pipeline = process_data_pipeline([2, 4, 6], size)
        except ValueError:
            refused.append(size)

    refused
    """
    refused = []
    for size in sizes:
        try:
            generators.process_data_pipeline([2, 4, 6], size)
        except ValueError:
            refused.append(size)
    return refused


def batches_before_an_error(generators, data, batch_size, message):
    """Sends items through the pipeline until their source fails, and then asks once more.

    from generators import process_data_pipeline
    def source():
        yield from {{ data }}
        raise ConnectionError({{ message }})

    received = []
    error = None
    pipeline = process_data_pipeline(source(), batch_size={{ batch_size }})
    try:
        for batch in pipeline:
            received.append(batch)
    except ConnectionError as raised:
        error = str(raised)

    received, error, next(pipeline, "no more")
    """

    def source():
        yield from data
        raise ConnectionError(message)

    received, error = [], None
    pipeline = generators.process_data_pipeline(source(), batch_size=batch_size)
    try:
        for batch in pipeline:
            received.append(batch)
    except ConnectionError as raised:
        error = str(raised)
    return {"error": error, "received": received, "later": list(islice(pipeline, 1))}


def pipeline_turns(generators, left, right, batch_size, turns):
    """Asks two pipelines for a batch in turn.

    from generators import process_data_pipeline
    left = process_data_pipeline({{ left }}, batch_size={{ batch_size }})
    right = process_data_pipeline({{ right }}, batch_size={{ batch_size }})
    pair = [left, right]
    [next(pair[turn], None) for turn in {{ turns }}]
    """
    pair = [
        generators.process_data_pipeline(left, batch_size=batch_size),
        generators.process_data_pipeline(right, batch_size=batch_size),
    ]
    return [next(pair[turn], None) for turn in turns]
