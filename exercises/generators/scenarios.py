"""What the suite does with an attempt at generators."""

from gc import disable
from itertools import islice
from pathlib import Path

from grader.scenario import iterable, lookalikes, outcome, sift, source, temporary_path, watched_open, which

files = watched_open("latin-1")


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


def fibonacci_pieces(counts):
    """Takes Fibonacci numbers piece by piece."""
    from generators import fibonacci_generator

    numbers = fibonacci_generator()
    return {"pieces": [list(islice(numbers, count)) for count in counts]}


def fibonacci_turns(turns):
    """Takes numbers from two Fibonacci generators in turn: the last nine digits of the last number of each turn."""
    from generators import fibonacci_generator

    pair = [fibonacci_generator(), fibonacci_generator()]
    return {"endings": [list(islice(pair[turn], count))[-1] % 10**9 for turn, count in turns]}


def read(content):
    """Writes a file and reads its lines."""
    from generators import read_large_file

    return {"lines": list(read_large_file(temporary_path("notes.txt", content)))}


def read_long(content, letter, times):
    """Writes a file in which one letter stands for many, and reads its lines; long ones come shortened."""
    from generators import read_large_file

    path = files.temporary_path("notes.txt", content.replace(letter, letter * times))
    return {"lines": [line if len(line) < 20 else (line[:9], len(line)) for line in read_large_file(path)]}


def read_many(count, size):
    """Reads many numbered lines with dots behind: how many, their lengths, and their numbers added up."""
    from generators import read_large_file

    content = "".join([f"{number:07}" + "." * size + "\n" for number in range(count)])
    lines = list(read_large_file(temporary_path("notes.txt", content)))
    lengths = sorted({len(line) for line in lines})
    return {"count": len(lines), "lengths": lengths, "sum": sum([int(line[:7]) for line in lines])}


def read_pieces(content, counts):
    """Reads a file piece by piece."""
    from generators import read_large_file

    reader = read_large_file(temporary_path("notes.txt", content))
    return {"pieces": [list(islice(reader, count)) for count in counts]}


def read_growing(content, dashes, added):
    """Reads one line of a file, writes some behind those that are there (over dashes, if there are any), reads on."""
    from generators import read_large_file

    path = temporary_path("log.txt", content + ("-" * 999 + "\n") * dashes)  # more than anybody reads ahead
    reader = read_large_file(path)
    lines = [next(reader)]
    with open(path, "r+b") as file:
        file.seek(-len(added) if dashes else 0, 2)
        file.write(added.encode())
    return {"lines": [line for line in [*lines, *reader] if line.strip("-")]}


def files_left_open(names, steps, kept):
    """Asks readers for lines, or closes them, step by step, and looks which files are open once some are dropped."""
    from generators import read_large_file

    disable()  # what is dropped is closed now, not at the next collection
    readers = {name: read_large_file(files.temporary_path(name, "one\ntwo\nthree\n")) for name in names}
    for name, step in steps:
        {"ask": lambda: next(readers[name], "no more"), "close": readers[name].close}[step]()
    readers = [readers[name] for name in kept]
    return {"still_open": files.names()}


def read_in_turn(content, turns):
    """Asks two readers of one file for a line in turn."""
    from generators import read_large_file

    path = temporary_path("notes.txt", content)
    pair = [read_large_file(path), read_large_file(path)]
    return {"lines": [next(pair[turn], None) for turn in turns]}


def write_names(folder, names):
    """Writes files that contain their own names."""
    for name in names:
        Path(folder, name).write_bytes(f"{name}\n".encode())


def read_what_is_there(names, before, after):
    """Asks for several files, of which some come after the call and some never; each contains its own name."""
    from generators import read_large_file

    folder = files.temporary_path("")
    write_names(folder, before)
    readers = [read_large_file(folder + name) for name in names]
    write_names(folder, after)
    found, _, errors = sift(FileNotFoundError, list, readers)
    return {"found": found, "missing": [str(error.filename).removeprefix(folder) for error in errors]}


def batches(data, options):
    """Sends a list through the pipeline."""
    from generators import process_data_pipeline

    return {"batches": list(process_data_pipeline(data, **options))}


def batch_pieces(data, batch_size, counts):
    """Sends a list through the pipeline and takes the batches piece by piece."""
    from generators import process_data_pipeline

    pipeline = process_data_pipeline(data, batch_size=batch_size)
    return {"pieces": [list(islice(pipeline, count)) for count in counts]}


def batches_of_a_kind(kind, data, batch_size):
    """Sends items through the pipeline in an iterable of some kind."""
    from generators import process_data_pipeline

    return {"batches": list(process_data_pipeline(iterable(kind, data), batch_size))}


def batches_of_a_stream(data, batch_size, times):
    """Sends items through the pipeline that can be gone through only once, and may be many."""
    from generators import process_data_pipeline

    stream = (item for item in data * times)
    return {"batches": list(process_data_pipeline(stream, batch_size=batch_size))}


def batches_of_many(count, first, batch_size):
    """Sends many numbers through the pipeline: how many batches, which sizes, and all squares added up."""
    from generators import process_data_pipeline

    made = list(process_data_pipeline(iter(range(first, first + count)), batch_size))
    sizes = sorted({len(batch) for batch in made})
    return {"count": len(made), "sizes": sizes, "sum": sum([sum(batch) for batch in made])}


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
    return {"kept": kept}


def refused_sizes(sizes):
    """Makes pipelines of several sizes, and asks none of them for a batch."""
    from generators import process_data_pipeline

    _, refused, _ = sift(ValueError, lambda size: process_data_pipeline([2, 4, 6], size), sizes)
    return {"refused": refused}


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
    return {"batches": [next(pair[turn], None) for turn in turns]}
