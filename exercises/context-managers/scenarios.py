"""What the suite does with an attempt at context managers."""

import builtins
import os
import sqlite3
from contextlib import ExitStack, chdir, closing, redirect_stdout, suppress
from io import StringIO
from itertools import islice
from types import ModuleType

from grader.scenario import Odd, catching, fake_clock, fast_sqlite, lookalikes, outcome, printed, temporary_path, which

clock = fake_clock()
sqlite = fast_sqlite()
Settings = type("Settings", (), {})


def time_one_block(before, inside, after, shift=0):
    """Creates a timer, waits, times a block that waits, and waits again; the wall clock is set within the block."""
    from context_managers import Timer

    timer = Timer()
    clock.sleep(before / 64)
    with timer as entered:
        clock.sleep(inside / 64)
        clock.set_wall(shift)
    clock.sleep(after / 64)
    return {"duration": round(entered.duration, 9)}


def time_failure(inside, error, count, position):
    """Times a block that raises one of several exceptions that look alike."""
    from context_managers import Timer

    timer, errors = Timer(), lookalikes(error, count)
    with catching(BaseException) as caught, timer:
        clock.sleep(inside / 16)
        raise errors[position]  # what does nothing at all lets it through as well, but has no duration
    return {"duration": round(timer.duration, 9), "caught": caught, "positions": [which(one, errors) for one in caught]}


def use_one_timer(waits, times=1):
    """Times one block after the other with the same timer, and all of them again so many times."""
    from context_managers import Timer

    timer, durations = Timer(), []
    with printed() as lines:
        for ticks in waits * times:
            with timer:
                clock.sleep(ticks / 16)
            durations.append(round(timer.duration, 9))
    return {"durations": durations, "total": round(sum(durations), 4), "count": len(lines), "lines": sorted(set(lines))}


def read_what_is_printed(blocks):
    """Times one block after the other, some of which raise, and keeps what is printed."""
    from context_managers import Timer

    with printed() as lines:
        for ticks, error in blocks:
            with suppress(type(error)), Timer():
                clock.sleep(ticks / 16)
                if error is not None:
                    raise error
    return {"lines": lines}


def print_slowly(inside, writing):
    """Times a block where to print takes a while."""
    from context_managers import Timer

    class Slow(StringIO):
        def write(self, text):
            clock.sleep(writing / 64)
            return super().write(text)

    with redirect_stdout(Slow()) as output, Timer() as timer:
        clock.sleep(inside / 64)
    return {"duration": round(timer.duration, 9), "printed": output.getvalue()}


def nest_two_timers(before, inside, after, raises):
    """Times a block within a timed block; the inner one may raise."""
    from context_managers import Timer

    with Timer() as outer:
        clock.sleep(before / 16)
        with suppress(ValueError), Timer() as inner:
            clock.sleep(inside / 16)
            if raises:
                raise ValueError("stopped")
        clock.sleep(after / 16)
    return {"outer": round(outer.duration, 9), "inner": round(inner.duration, 9)}


def transact(path, names, error=None):
    """Inserts names in one transaction, which may end in an exception."""
    from context_managers import database_transaction

    with database_transaction(path) as conn:
        conn.executemany("INSERT INTO users VALUES (?)", [(name,) for name in names])
        if error is not None:
            raise error


def execute_in_blocks(blocks, query="SELECT name FROM users"):
    """Executes statements in one transaction after the other, some of which raise at their end, and then a query."""
    from context_managers import database_transaction

    path, answers = sqlite.create("CREATE TABLE users (name)"), []
    for statements, error in blocks:
        with suppress(type(error)), database_transaction(path) as conn:
            found = [conn.execute(statement).fetchall() for statement in statements]
            if error is not None:
                raise error
        answers.append((found, sqlite.still_open(conn)))
    return {"rows": sqlite.execute(path, query), "answers": answers}


def raise_silently(blocks):
    """Inserts names in one transaction after the other; some of the blocks raise an exception that is false."""
    path = sqlite.create("CREATE TABLE users (name TEXT)")
    Silent = type("Silent", (Exception,), {"__bool__": lambda self: False})
    ends = [outcome(transact, path, [name], Silent(name) if raises else None) for name, raises in blocks]
    return {"rows": sqlite.execute(path, "SELECT name FROM users"), "ends": [repr(end) for _, end in ends]}


def insert_many(counts):
    """Inserts many numbers in one transaction after the other; one of a negative count raises at its end."""
    path = sqlite.create("CREATE TABLE users (name INTEGER)")
    for count in counts:
        with suppress(ValueError):
            transact(path, range(abs(count)), ValueError("stopped") if count < 0 else None)
    return {"rows": sqlite.execute(path, "SELECT count(*), sum(name) FROM users")}


def insert_into_files(inserts):
    """Inserts a name into each of several files, whose names may be odd, and looks what is in which."""
    from context_managers import database_transaction

    rows = []
    with chdir(temporary_path("")):
        for path, name in inserts:
            path = path.replace("?", "_") if os.name == "nt" else path  # Windows has no such names
            sqlite.execute(path, "CREATE TABLE IF NOT EXISTS users (name TEXT)")
            with database_transaction(path) as conn:
                inserted = conn.execute("INSERT INTO users VALUES (?)", (name,))
            rows.append(sqlite.execute(path, "SELECT name FROM users"))
        files = len(os.listdir())
    return {"rows": rows, "files": files}


def insert_step_by_step(loads):
    """Inserts in generators that pause after every name; each is closed after some steps."""
    from context_managers import database_transaction

    def load(names):
        with database_transaction(path) as conn:
            for name in names:
                conn.execute("INSERT INTO users VALUES (?)", (name,))
                yield name

    path, inserted = sqlite.create("CREATE TABLE users (name TEXT)"), []
    for names, steps in loads:
        with closing(load(names)) as loading:
            inserted += islice(loading, steps)
    return {"rows": sqlite.execute(path, "SELECT name FROM users")}


def raise_one_of_several(kind, message, count, position):
    """Raises one of several exceptions, Python's or sqlite3's, that look alike and asks which of them comes out."""
    path = sqlite.create("CREATE TABLE users (name TEXT)")
    errors = lookalikes((vars(builtins) | vars(sqlite3))[kind](message), count)
    _, caught = outcome(transact, path, [], errors[position])
    return {"caught": repr(caught), "positions": which(caught, errors)}


def refuse_commits(blocks):
    """Inserts a name per block, each into a file of its own; SQLite refuses some of the commits."""
    from context_managers import database_transaction

    rows, refused, still_open = [], [], []
    for name, refuses in blocks:
        path = sqlite.create("CREATE TABLE users (name TEXT)")
        with catching(sqlite3.DatabaseError) as errors, database_transaction(path) as conn:
            inserted = conn.execute("INSERT INTO users VALUES (?)", (name,))
            if refuses:
                sqlite.refuse_commit(conn)
        refused += [(name, str(error)) for error in errors]
        rows += sqlite.execute(path, "SELECT name FROM users")
        still_open.append((name, sqlite.still_open(conn)))
    return {"rows": rows, "refused": refused, "still_open": still_open}


def nest_transactions(blocks):
    """Puts one block into the other, each on its own file; what a block raises is caught around it."""
    from context_managers import database_transaction

    paths = [sqlite.create("CREATE TABLE users (name TEXT)") for _ in blocks]

    def run(level):
        name, raises = blocks[level]
        with suppress(ValueError), database_transaction(paths[level]) as conn:
            conn.execute("INSERT INTO users VALUES (?)", (name,))
            if level + 1 < len(blocks):
                run(level + 1)
            if raises:
                raise ValueError("stopped")

    run(0)
    return {"rows": [sqlite.execute(path, "SELECT name FROM users") for path in paths]}


def look_inside(owner, name, value, temporary, count, position):
    """Changes one of several objects and looks at all of them within the block."""
    from context_managers import temporary_attribute

    make = {"instance": Settings, "class": lambda: type("Shop", (), {}), "module": lambda: ModuleType("shop")}[owner]
    objects = [make() for _ in range(count)]
    for one in objects:
        setattr(one, name, value)
    with temporary_attribute(objects[position], name, temporary) as changed:
        inside = [getattr(one, name) for one in objects]
    return {"inside": inside, "positions": which(changed, objects)}


def change_each(values, names, temporary, again):
    """Changes one attribute after the other, in its block again if so, and shows what the object holds in the end."""
    from context_managers import temporary_attribute

    settings, within = Settings(), []
    changes = [temporary_attribute(settings, name, temporary) for name in names]
    vars(settings).update(values)
    for change, name in zip(changes, names, strict=True):
        with change:
            within.append(getattr(settings, name))
            if again:
                setattr(settings, name, again)
    same = [name for name in values if vars(settings).get(name) is values[name]]
    return {"within": within, "afterwards": vars(settings), "same": same}


def change_the_class_later(name, value, temporary, later, of_class, own):
    """Changes an attribute that the class holds, too, for a block; afterwards the class gets another value."""
    from context_managers import temporary_attribute

    base = type("Base", (), {name: value})
    derived = type("Derived", (base,), {})
    obj = derived if of_class else derived()
    if own:
        setattr(obj, name, value)
    with temporary_attribute(obj, name, temporary):
        within = getattr(obj, name)
    afterwards = getattr(obj, name)
    setattr(base, name, later)
    return {"within": within, "afterwards": afterwards, "later": getattr(obj, name)}


def change_methods_of_a_class(number, name):
    """Replaces a static and a class method for a block; afterwards calls the methods."""
    from context_managers import temporary_attribute

    class Shop:
        double = staticmethod(lambda number: 2 * number)
        title = classmethod(lambda cls: cls.__name__)

    with temporary_attribute(Shop, "double", number), temporary_attribute(Shop, "title", name):
        within = [Shop.double, Shop.title]
    return {"within": within, "double": Shop().double(number), "title": type(name, (Shop,), {}).title()}


def leave_by_exception(values, name, temporary, error, count, position):
    """Raises one of several exceptions that look alike, shows what the object holds afterwards and which came out."""
    from context_managers import temporary_attribute

    settings, errors, within = Settings(), lookalikes(error, count), []
    vars(settings).update(values)
    with catching(BaseException) as caught, temporary_attribute(settings, name, temporary):
        within.append(getattr(settings, name))
        raise errors[position]
    positions = [which(one, errors) for one in caught]
    return {"within": within, "afterwards": vars(settings), "caught": caught, "positions": positions}


def nest_changes(name, value, temporaries):
    """Changes the same attribute in nested blocks and notes it on the way in and out."""
    from context_managers import temporary_attribute

    settings, noted = Settings(), []
    setattr(settings, name, value)
    with ExitStack() as stack:
        for temporary in temporaries:
            stack.callback(lambda: noted.append(getattr(settings, name)))
            changed = stack.enter_context(temporary_attribute(settings, name, temporary))
            noted.append(getattr(settings, name))
    return {"noted": noted}


def change_odd_objects(names, count, position):
    """Changes attributes of an odd object, whose values are as odd, and says which value is where."""
    from context_managers import temporary_attribute

    Inventive = type("Inventive", (Odd,), {"__getattr__": lambda self, name: name.upper()})
    obj, values, within = Inventive(), [Inventive() for _ in range(count + 1)], []
    for name in names[1:]:
        setattr(obj, name, values[position])
    for name in names:
        with temporary_attribute(obj, name, values[-1]) as given:
            within.append((name, which(getattr(given, name), values)))
    return {"within": within, "afterwards": {name: which(value, values) for name, value in vars(obj).items()}}
