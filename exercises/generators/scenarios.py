"""What the suite does with an attempt at generators."""

from gc import disable
from itertools import islice

from grader.scenario import lookalikes, outcome, source, temporary_path, watched_open, which

files = watched_open("latin-1")


def text(lines):
    """The content of a file with these lines."""
    return "".join([line + "\n" for line in lines])


def take(iterator, how, count):
    """So many of an iterator's next values, as long as there are some: by a loop that is left, or without one."""
    if how == "islice":
        return list(islice(iterator, count))
    taken = []
    for value in iterator:
        taken.append(value)
        if len(taken) == count:
            break
    return taken


def fibonacci_numbers(start, count):
    """Takes some Fibonacci numbers, from a place counted from zero on."""
    from generators import fibonacci_generator

    numbers = list(islice(fibonacci_generator(), start, start + count))
    return {"numbers": numbers, "kinds": [type(number).__name__ for number in numbers]}


def fibonacci_endings(start, count):
    """Takes many Fibonacci numbers, and then the last nine digits of those that come next."""
    from generators import fibonacci_generator

    numbers = fibonacci_generator()
    taken = sum(1 for _ in islice(numbers, start))
    return {"taken": taken, "endings": [number % 10**9 for number in islice(numbers, count)]}


def fibonacci_pieces(pieces):
    """Takes Fibonacci numbers in pieces, by loops that are left and by islice."""
    from generators import fibonacci_generator

    numbers = fibonacci_generator()
    return [take(numbers, how, count) for how, count in pieces]


def fibonacci_turns(turns):
    """Takes numbers from two Fibonacci generators in turn: the last nine digits of the last number of each turn."""
    from generators import fibonacci_generator

    pair = [fibonacci_generator(), fibonacci_generator()]
    return [list(islice(pair[turn], count))[-1] % 10**9 for turn, count in turns]


def read(content):
    """Writes a file and reads its lines."""
    from generators import read_large_file

    return list(read_large_file(temporary_path("notes.txt", content)))


def read_long(content, letter, times):
    """Writes a file in which one letter stands for many, and reads its lines; long ones come shortened."""
    from generators import read_large_file

    path = temporary_path("notes.txt", content.replace(letter, letter * times))
    return [line if len(line) < 20 else (line[:9], len(line)) for line in read_large_file(path)]


def read_many(count, size):
    """Reads many numbered lines with dots behind: how many, their lengths, and their numbers added up."""
    from generators import read_large_file

    path = temporary_path("notes.txt", text([f"{number:07}" + "." * size for number in range(count)]))
    lines = list(read_large_file(path))
    lengths = sorted({len(line) for line in lines})
    return {"count": len(lines), "lengths": lengths, "sum": sum([int(line[:7]) for line in lines])}


def read_pieces(lines, pieces):
    """Reads a file in pieces, by loops that are left and by islice."""
    from generators import read_large_file

    reader = read_large_file(temporary_path("notes.txt", text(lines)))
    return [take(reader, how, count) for how, count in pieces]


def read_growing(lines, added, dashes):
    """Reads one line of a file, writes some behind those that are there (over dashes, which are many), reads on."""
    from generators import read_large_file

    start = text(lines) + ("-" * 999 + "\n") * dashes  # more than anybody reads ahead
    path = temporary_path("log.txt", start + text(["-" * len(line) for line in added if dashes]))
    reader = read_large_file(path)
    first = next(reader)
    with open(path, "r+b") as file:
        file.seek(len(start))
        file.write(text(added).encode())
    return [line for line in [first, *reader] if "-" not in line]


def bring(reader, fate):
    """Brings a reader of three lines into a state."""
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


def files_left_open(fates):
    """Brings several readers into different states and looks which files are open then."""
    from generators import read_large_file

    disable()  # what is dropped is closed now, not at the next collection
    readers = {}
    for name, fate in fates:
        readers[name] = read_large_file(temporary_path(name, "one\ntwo\nthree\n"))
        bring(readers[name], fate)
        if fate == "dropped":
            del readers[name]
    still_open = files.names()
    files.close()
    return {"still_open": still_open}


def read_in_turn(lines, turns):
    """Asks two readers of one file for a line in turn."""
    from generators import read_large_file

    path = temporary_path("notes.txt", text(lines))
    pair = [read_large_file(path), read_large_file(path)]
    return [next(pair[turn], None) for turn in turns]


def write_names(folder, names):
    """Writes files that contain their own names."""
    for name in names:
        with open(folder + name, "wb") as file:
            file.write(text([name]).encode())


def read_what_is_there(names, before, after):
    """Asks for several files, of which some come after the call and some never; each contains its own name."""
    from generators import read_large_file

    folder = temporary_path("")
    write_names(folder, before)
    readers = [(name, read_large_file(folder + name)) for name in names]
    write_names(folder, after)
    lines, missing = [], []
    for name, reader in readers:
        try:
            lines.extend(reader)
        except FileNotFoundError as error:
            missing += [name] if error.filename == folder + name else []
    return {"lines": lines, "missing": missing}


def batches(data, batch_size):
    """Sends a list through the pipeline."""
    from generators import process_data_pipeline

    return list(process_data_pipeline(data, batch_size))


def batch_pieces(data, batch_size, pieces):
    """Sends a list through the pipeline and takes the batches in pieces, by loops that are left and by islice."""
    from generators import process_data_pipeline

    pipeline = process_data_pipeline(data, batch_size=batch_size)
    return [take(pipeline, how, count) for how, count in pieces]


class Iterable:
    """As an array of numbers is: who asks it for its truth gets an error."""

    def __init__(self, items):
        self.items = items

    def __iter__(self):
        return iter(self.items)

    def __bool__(self):
        raise TypeError("neither true nor false")

    __len__ = __bool__


class Sequence:
    """Can be iterated only because it has items."""

    def __init__(self, items):
        self.items = items

    def __getitem__(self, place):
        return self.items[place]


KINDS = {"tuple": tuple, "iterator": iter, "iterable": Iterable, "sequence": Sequence, "dict": dict.fromkeys}


def batches_of_a_kind(kind, data, batch_size):
    """Sends items through the pipeline in an iterable of some kind."""
    from generators import process_data_pipeline

    return list(process_data_pipeline(KINDS[kind](data), batch_size))


def batches_of_many(count, first, batch_size):
    """Sends many numbers through the pipeline: how many batches, which sizes, and all squares added up."""
    from generators import process_data_pipeline

    batches = list(process_data_pipeline(iter(range(first, first + count)), batch_size))
    sizes = sorted({len(batch) for batch in batches})
    return {"count": len(batches), "sizes": sizes, "sum": sum([sum(batch) for batch in batches])}


def default_batches(data):
    """Sends a list through the pipeline and names no batch size."""
    from generators import process_data_pipeline

    return list(process_data_pipeline(data))


def batches_of_a_stream(data, batch_size, times):
    """Sends items through the pipeline that can be gone through only once, and may be many."""
    from generators import process_data_pipeline

    stream = (item for item in data * times)
    return list(process_data_pipeline(stream, batch_size=batch_size))


def pulls(data, batch_size):
    """Looks which items are pulled up to the call, and up to each batch."""
    from generators import process_data_pipeline

    stream, pulled = source(data)
    pipeline = process_data_pipeline(stream, batch_size=batch_size)
    at_the_call = pulled[:]
    return {"at_the_call": at_the_call, "up_to_each_batch": [pulled[:] for _ in pipeline]}


def left_in_the_stream(data, batch_size):
    """Takes one batch, drops the pipeline and looks what is left in the stream that it came from."""
    from generators import process_data_pipeline

    stream = (item for item in data)
    batch = next(process_data_pipeline(stream, batch_size=batch_size))
    return {"batch": batch, "left": list(stream)}


def changed_batches(data, batch_size, count, marks):
    """Keeps every batch, and puts marks of its own in the place of the first items of each."""
    from generators import process_data_pipeline

    kept = []
    for batch in process_data_pipeline(data, batch_size=batch_size):
        batch[:count] = marks
        kept.append(batch)
    return kept


def refused_sizes(sizes):
    """Makes pipelines of several sizes, and asks none of them for a batch."""
    from generators import process_data_pipeline

    refused = []
    for size in sizes:
        try:
            process_data_pipeline([2, 4, 6], size)
        except ValueError:
            refused.append(size)
    return refused


def batches_before_an_error(data, batch_size, error, position):
    """Sends items until their source raises one of three errors that look alike, and then asks once more."""
    from generators import process_data_pipeline

    errors, received = lookalikes(error, 3), []
    stream, _ = source(data, errors[position])
    pipeline = process_data_pipeline(stream, batch_size=batch_size)
    end = outcome(received.extend, pipeline)
    later = list(islice(pipeline, 1))
    return {"outcome": end, "which": which(end[1], errors), "received": received, "later": later}


def pipeline_turns(left, right, batch_size, turns):
    """Asks two pipelines for a batch in turn."""
    from generators import process_data_pipeline

    pair = [process_data_pipeline(data, batch_size=batch_size) for data in (left, right)]
    return [next(pair[turn], None) for turn in turns]
