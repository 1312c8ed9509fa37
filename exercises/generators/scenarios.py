"""What the suite does with an attempt at generators."""

import builtins
import io
import locale
import os
import tempfile
from _io import TextIOWrapper  # nothing replaces these two, not even an earlier example
from _io import open as real_open

# What the scenarios use: the attempt, which comes later, may have replaced it where it was.
from builtins import (
    BaseException,
    FileNotFoundError,
    TypeError,
    ValueError,
    dict,
    enumerate,
    int,
    iter,
    len,
    list,
    map,
    next,
    range,
    sorted,
    sum,
    super,
    tuple,
    type,
)
from gc import disable, enable
from itertools import islice

ERRORS = {
    "ConnectionError": ConnectionError,
    "ValueError": ValueError,
    "TypeError": TypeError,
    "IndexError": IndexError,
    "RuntimeError": RuntimeError,
    "KeyboardInterrupt": KeyboardInterrupt,
    "SystemExit": SystemExit,
    "BaseException": BaseException,
}


def make_open():
    """An `open` as on a machine that prefers Latin-1, and how to collect what it opens."""
    collections, wrappers = [], []

    def open_elsewhere(file, mode="r", buffering=-1, encoding=None, *rest, **options):
        if "b" not in mode and encoding in (None, "locale"):
            encoding = "latin-1"
        stream = real_open(file, mode, buffering, encoding, *rest, **options)
        for collection in collections:
            collection.append(stream)
        return stream

    def start():
        collections.append([])

    def keep(wrapper):
        if collections:
            wrappers.append(wrapper)

    def opened():
        return collections[-1]

    def stop():
        wrappers.clear()
        collections.pop()

    return open_elsewhere, start, keep, opened, stop


# `Path.open` and `os.fdopen` look it up in io.
open_elsewhere, start_collecting, keep_wrapper, collected, stop_collecting = make_open()
builtins.open = io.open = open_elsewhere
# In the UTF-8 mode of the jail it would give `Path.open` another answer than on such a machine.
io.text_encoding = lambda encoding, stacklevel=2: "locale" if encoding is None else encoding
locale.getpreferredencoding = lambda do_setlocale=True: "latin-1"
locale.getencoding = lambda: "latin-1"


class TextElsewhere(TextIOWrapper):
    """Text over a binary file, as on a machine that prefers Latin-1."""

    def __init__(self, buffer, encoding=None, *rest, **options):
        super().__init__(buffer, "latin-1" if encoding in (None, "locale") else encoding, *rest, **options)
        keep_wrapper(self)  # it closes the binary file when it is collected, which is nobody's doing


io.TextIOWrapper = TextElsewhere


def _write(name, content):
    with real_open(name, "wb", buffering=0) as file:
        file.write(content.encode("utf-8"))


def _lines(words):
    return "".join([word + "\n" for word in words])


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


def _take(iterator, how, count):
    """So many of an iterator's next values, as long as there are some: by a loop that is left, or without one."""
    if how == "islice":
        return list(islice(iterator, count))
    taken = []
    for value in iterator:
        taken.append(value)
        if len(taken) == count:
            break
    return taken


def fibonacci_pieces(generators, pieces):
    """Takes Fibonacci numbers in pieces, by loops that are left and by islice.

    from itertools import islice
    from generators import fibonacci_generator
    def take(iterator, how, count):
        if how == "islice":
            return list(islice(iterator, count))
        taken = []
        for value in iterator:
            taken.append(value)
            if len(taken) == count:
                break
        return taken

    numbers = fibonacci_generator()
    [take(numbers, how, count) for how, count in {{ pieces }}]
    """
    numbers = generators.fibonacci_generator()
    return [_take(numbers, how, count) for how, count in pieces]


def fibonacci_turns(generators, turns):
    """Takes numbers from two Fibonacci generators in turn: the last nine digits of the last number of each turn.

    from itertools import islice
    from generators import fibonacci_generator
    pair = [fibonacci_generator(), fibonacci_generator()]
    [list(islice(pair[turn], count))[-1] % 10**9 for turn, count in {{ turns }}]
    """
    pair = [generators.fibonacci_generator(), generators.fibonacci_generator()]
    return [list(islice(pair[turn], count))[-1] % 10**9 for turn, count in turns]


def read_text(generators, content, times=1):
    """Writes a file, in which an "a" may stand for many, and reads its lines; long ones come shortened.

    import os, tempfile
    from pathlib import Path
    from generators import read_large_file
    os.chdir(tempfile.mkdtemp())
    content = {{ content }}{% if times > 1 %}.replace("a", "a" * {{ times }}){% endif %}
    size = Path("notes.txt").write_bytes(content.encode("utf-8"))
    {% if times > 1 %}[line if len(line) < 20 else (line[:9], len(line)) for line in read_large_file("notes.txt")]
    {%- else %}list(read_large_file("notes.txt")){% endif %}
    """
    return _read(generators, content, "a", times)


def _read(generators, content, letter, times):
    """The lines of a file in which a letter stands for many."""
    _write("notes.txt", content.replace(letter, letter * times))
    lines = list(generators.read_large_file("notes.txt"))
    if times == 1:
        return lines
    return [line if len(line) < 20 else (line[:9], len(line)) for line in lines]


def read_many(generators, count, size):
    r"""Reads many numbered lines with dots behind: how many, their lengths, and their numbers added up.

    import os, tempfile
    from pathlib import Path
    from generators import read_large_file
    os.chdir(tempfile.mkdtemp())
    content = "".join(f"{number:07}" + "." * {{ size }} + "\n" for number in range({{ count }}))
    size = Path("notes.txt").write_text(content)
    lines = list(read_large_file("notes.txt"))
    len(lines), sorted({len(line) for line in lines}), sum(int(line[:7]) for line in lines)
    """
    _write("notes.txt", "".join([f"{number:07}" + "." * size + "\n" for number in range(count)]))
    lines = list(generators.read_large_file("notes.txt"))
    return {
        "count": len(lines),
        "lengths": sorted({len(line) for line in lines}),
        "sum": sum([int(line[:7]) for line in lines]),
    }


def read_pieces(generators, lines, pieces):
    r"""Reads a file in pieces, by loops that are left and by islice.

    import os, tempfile
    from itertools import islice
    from generators import read_large_file
    os.chdir(tempfile.mkdtemp())
    with open("notes.txt", "w", encoding="utf-8") as notes:
        notes.writelines(line + "\n" for line in {{ lines }})

    def take(iterator, how, count):
        if how == "islice":
            return list(islice(iterator, count))
        taken = []
        for value in iterator:
            taken.append(value)
            if len(taken) == count:
                break
        return taken

    reader = read_large_file("notes.txt")
    [take(reader, how, count) for how, count in {{ pieces }}]
    """
    _write("notes.txt", _lines(lines))
    reader = generators.read_large_file("notes.txt")
    return [_take(reader, how, count) for how, count in pieces]


def read_elsewhere(generators, content, times=1):
    """Reads a UTF-8 file, in which an "é" may stand for many, where `open` prefers another encoding.

    import builtins, io, os, tempfile
    from pathlib import Path
    from generators import read_large_file
    os.chdir(tempfile.mkdtemp())
    content = {{ content }}{% if times > 1 %}.replace("é", "é" * {{ times }}){% endif %}
    size = Path("notes.txt").write_bytes(content.encode("utf-8"))
    real_open = builtins.open
    def open_elsewhere(file, mode="r", buffering=-1, encoding=None, *rest, **options):
        if "b" not in mode and encoding in (None, "locale"):
            encoding = "latin-1"
        return real_open(file, mode, buffering, encoding, *rest, **options)

    builtins.open = io.open = open_elsewhere
    lines = list(read_large_file("notes.txt"))
    builtins.open = io.open = real_open
    {% if times > 1 %}[line if len(line) < 20 else (line[:9], len(line)) for line in lines]
    {%- else %}lines{% endif %}
    """
    return _read(generators, content, "é", times)


def read_growing(generators, lines, added, dashes=0):
    r"""Reads one line of a file, adds some behind those that are there, and reads the others.

    import os, tempfile
    from generators import read_large_file
    os.chdir(tempfile.mkdtemp())
    lines, added = {{ lines }}, {{ added }}
    start = "".join(line + "\n" for line in lines)
    {% if dashes %}
    start += ("-" * 999 + "\n") * {{ dashes }}  # more than anybody reads ahead
    dashes = "".join("-" * len(line) + "\n" for line in added)  # which give way to what is added
    {% endif %}
    with open("log.txt", "w", encoding="utf-8", newline="\n") as log:
        size = log.write(start{% if dashes %} + dashes{% endif %})

    reader = read_large_file("log.txt")
    first = next(reader)
    with open("log.txt", "r+", encoding="utf-8", newline="\n") as log:
        place = log.seek(len(start))
        log.writelines(line + "\n" for line in added)

    {% if dashes %}[line for line in [first, *reader] if "-" not in line]
    {%- else %}[first, *reader]{% endif %}
    """
    start = _lines(lines) + _lines(["-" * 999]) * dashes
    _write("log.txt", start + _lines(["-" * len(line) for line in added if dashes]))
    reader = generators.read_large_file("log.txt")
    first = next(reader)
    with real_open("log.txt", "r+b") as file:
        file.seek(len(start))
        file.write(_lines(added).encode("utf-8"))
    read = [first, *reader]
    return [line for line in read if "-" not in line] if dashes else read


def files_left_open(generators, fates):
    r"""Brings several readers into different states and looks which files are open then.

    import builtins, gc, io, os, tempfile
    opened, wrappers = [], []
    real_open, real_wrapper = builtins.open, io.TextIOWrapper
    def watched_open(*arguments, **options):
        opened.append(real_open(*arguments, **options))
        return opened[-1]

    class WatchedWrapper(io.TextIOWrapper):
        def __init__(self, *arguments, **options):
            super().__init__(*arguments, **options)
            wrappers.append(self)

    builtins.open = io.open = watched_open
    io.TextIOWrapper = WatchedWrapper
    from generators import read_large_file
    os.chdir(tempfile.mkdtemp())
    gc.disable()
    readers = []
    for name, fate in {{ fates }}:
        with real_open(name, "w", encoding="utf-8") as file:
            written = file.write("one\ntwo\nthree\n")
        reader = read_large_file(name)
        if fate not in ("not started", "closed at once"):
            line = next(reader)
        if fate == "at the last line":
            line = next(reader), next(reader)
        if fate == "at its end":
            rest = list(reader)
        if fate.startswith("closed"):
            reader.close()
        if fate == "closed and asked":
            line = next(reader, "no more")
        if fate != "dropped":
            readers.append(reader)
        del reader

    still_open = [os.path.basename(file.name) for file in opened if not file.closed]
    gc.enable()
    builtins.open, io.open, io.TextIOWrapper = real_open, real_open, real_wrapper
    still_open
    """
    disable()  # what is dropped is closed now, not at the next collection
    # References to the files: it takes a call of close() to close them.
    start_collecting()
    readers = []
    for name, fate in fates:
        _write(name, "one\ntwo\nthree\n")
        reader = generators.read_large_file(name)
        if fate not in ("not started", "closed at once"):
            next(reader)
        if fate == "at the last line":
            next(reader), next(reader)
        if fate == "at its end":
            list(reader)
        if fate.startswith("closed"):
            reader.close()
        if fate == "closed and asked":
            next(reader, "no more")
        if fate != "dropped":
            readers.append(reader)
        del reader
    opened = collected()
    still_open = [os.path.basename(file.name) for file in opened if not file.closed]
    stop_collecting()
    for file in opened:
        file.close()
    enable()
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
    _write("notes.txt", _lines(lines))
    pair = [generators.read_large_file("notes.txt"), generators.read_large_file("notes.txt")]
    return [next(pair[turn], None) for turn in turns]


def read_what_is_there(generators, names, before, after):
    r"""Asks for several files, of which some come after the call and some never; each contains its own name.

    import os, tempfile
    from pathlib import Path
    from generators import read_large_file
    os.chdir(tempfile.mkdtemp())
    sizes = [Path(name).write_text(name + "\n") for name in {{ before }}]
    readers = [read_large_file(name) for name in {{ names }}]
    sizes += [Path(name).write_text(name + "\n") for name in {{ after }}]
    read, missing = [], []
    for reader in readers:
        try:
            read.extend(reader)
        except FileNotFoundError as error:
            missing.append(error.filename)

    read, missing
    """
    folder = tempfile.mkdtemp(dir=os.curdir)
    for name in before:
        _write(os.path.join(folder, name), name + "\n")
    readers = [generators.read_large_file(os.path.join(folder, name)) for name in names]
    for name in after:
        _write(os.path.join(folder, name), name + "\n")
    read, missing = [], []
    for reader in readers:
        try:
            read.extend(reader)
        except FileNotFoundError as error:
            missing.append(error.filename and os.path.basename(error.filename))
    return {"read": read, "missing": missing}


def batches(generators, data, batch_size):
    """Sends a list through the pipeline.

    from generators import process_data_pipeline
    list(process_data_pipeline({{ data }}, {{ batch_size }}))
    """
    return list(generators.process_data_pipeline(data, batch_size))


def batch_pieces(generators, data, batch_size, pieces):
    """Sends a list through the pipeline and takes the batches in pieces, by loops that are left and by islice.

    from itertools import islice
    from generators import process_data_pipeline
    def take(iterator, how, count):
        if how == "islice":
            return list(islice(iterator, count))
        taken = []
        for value in iterator:
            taken.append(value)
            if len(taken) == count:
                break
        return taken

    pipeline = process_data_pipeline({{ data }}, batch_size={{ batch_size }})
    [take(pipeline, how, count) for how, count in {{ pieces }}]
    """
    pipeline = generators.process_data_pipeline(data, batch_size=batch_size)
    return [_take(pipeline, how, count) for how, count in pieces]


def batches_of_a_kind(generators, kind, data, batch_size):
    """Sends items through the pipeline in an iterable of some kind.

    from generators import process_data_pipeline
    class Iterable:
        def __init__(self, items):
            self.items = items
        def __iter__(self):
            return iter(self.items)
        def __len__(self):
            raise TypeError("no length")
        def __bool__(self):
            raise TypeError("neither true nor false")

    class Sequence:
        def __init__(self, items):
            self.items = items
        def __getitem__(self, place):
            return self.items[place]

    kinds = {"tuple": tuple, "iterator": iter, "iterable": Iterable, "sequence": Sequence, "dict": dict.fromkeys}
    list(process_data_pipeline(kinds[{{ kind }}]({{ data }}), {{ batch_size }}))
    """

    class Iterable:  # as an array of numbers is: who asks it for its truth gets an error
        def __init__(self, items):
            self.items = items

        def __iter__(self):
            return iter(self.items)

        def __len__(self):
            raise TypeError("no length")

        def __bool__(self):
            raise TypeError("neither true nor false")

    class Sequence:
        def __init__(self, items):
            self.items = items

        def __getitem__(self, place):
            return self.items[place]

    kinds = {"tuple": tuple, "iterator": iter, "iterable": Iterable, "sequence": Sequence, "dict": dict.fromkeys}
    return list(generators.process_data_pipeline(kinds[kind](data), batch_size))


def batches_of_many(generators, count, first, batch_size):
    """Sends many numbers through the pipeline: how many batches, which sizes, and all squares added up.

    from generators import process_data_pipeline
    batches = list(process_data_pipeline(iter(range({{ first }}, {{ first + count }})), {{ batch_size }}))
    len(batches), sorted({len(batch) for batch in batches}), sum(sum(batch) for batch in batches)
    """
    batches = list(generators.process_data_pipeline(iter(range(first, first + count)), batch_size))
    return {
        "count": len(batches),
        "sizes": sorted({len(batch) for batch in batches}),
        "sum": sum([sum(batch) for batch in batches]),
    }


def default_batches(generators, data):
    """Sends a list through the pipeline and names no batch size.

    from generators import process_data_pipeline
    list(process_data_pipeline({{ data }}))
    """
    return list(generators.process_data_pipeline(data))


def batches_of_a_stream(generators, data, batch_size, times=1):
    """Sends items through the pipeline that can be gone through only once, and may be many.

    from generators import process_data_pipeline
    stream = (item for item in {{ data }}{% if times > 1 %} * {{ times }}{% endif %})
    list(process_data_pipeline(stream, batch_size={{ batch_size }}))
    """
    stream = (item for item in data * times)
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
    """Takes one batch, drops the pipeline and looks what is left in the stream that it came from.

    from generators import process_data_pipeline
    stream = (item for item in {{ data }})
    batch = next(process_data_pipeline(stream, batch_size={{ batch_size }}))
    batch, list(stream)
    """
    stream = (item for item in data)
    batch = next(generators.process_data_pipeline(stream, batch_size=batch_size))
    return {"batch": batch, "left": list(stream)}


def changed_batches(generators, data, batch_size, count, marks):
    """Keeps every batch, and puts marks of its own in the place of the first items of each.

    from generators import process_data_pipeline
    kept = []
    for batch in process_data_pipeline({{ data }}, batch_size={{ batch_size }}):
        batch[:{{ count }}] = {{ marks }}
        kept.append(batch)

    kept
    """
    kept = []
    for batch in generators.process_data_pipeline(data, batch_size=batch_size):
        batch[:count] = marks
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


def batches_before_an_error(generators, data, batch_size, kind, message, position):
    """Sends items until their source raises one of three errors that look alike, and then asks once more.

    from generators import process_data_pipeline
    errors = [{{ kind | raw }}({{ message }}) for number in range(3)]
    def source():
        yield from {{ data }}
        raise errors[{{ position }}]

    received = []
    caught = None
    pipeline = process_data_pipeline(source(), batch_size={{ batch_size }})
    try:
        for batch in pipeline:
            received.append(batch)
    except BaseException as error:
        caught = error

    which = [number for number, error in enumerate(errors) if error is caught]
    received, caught, which, next(pipeline, "no more")
    """
    errors = [ERRORS[kind](message) for _ in range(3)]

    def source():
        yield from data
        raise errors[position]

    received, caught = [], None
    pipeline = generators.process_data_pipeline(source(), batch_size=batch_size)
    try:
        for batch in pipeline:
            received.append(batch)
    except BaseException as error:
        caught = error
    return {
        "error": caught and f"{type(caught).__name__}: {caught}",
        "which": [number for number, error in enumerate(errors) if error is caught],
        "received": received,
        "later": list(islice(pipeline, 1)),
    }


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
