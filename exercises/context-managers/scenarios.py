"""What the suite does with an attempt at context managers."""

import builtins
import os
import sqlite3
import time
import timeit
from _sqlite3 import Connection as RealConnection  # nothing replaces this one, not even an earlier example

# What the scenarios use: the attempt, which comes later, may have replaced it where it was.
from builtins import (
    BaseException,
    Exception,
    TypeError,
    ValueError,
    abs,
    classmethod,
    enumerate,
    getattr,
    issubclass,
    len,
    next,
    range,
    repr,
    round,
    set,
    setattr,
    sorted,
    staticmethod,
    str,
    sum,
    type,
    vars,
    zip,
)
from contextlib import closing, redirect_stdout, suppress
from io import StringIO
from sqlite3 import SQLITE_DENY, SQLITE_OK, DatabaseError, IntegrityError, OperationalError, ProgrammingError
from types import ModuleType

COMPUTING = 16.0  # seconds of the processor's time, of which waiting takes none


def make_clock():
    """A sleep, a clock and a wall clock that stand still between sleeps, and how to set the wall clock."""
    passed = 0.015625
    wall = 1_600_000_000.0

    def sleep(seconds):
        nonlocal passed, wall
        passed += seconds
        wall += seconds

    def read():
        return passed

    def read_wall():
        return wall

    def set_wall(shift):
        nonlocal wall
        wall += shift

    return sleep, read, read_wall, set_wall


sleep, read_clock, read_wall_clock, set_wall_clock = make_clock()
time.sleep = sleep
time.perf_counter = time.monotonic = timeit.default_timer = read_clock
time.time = read_wall_clock
time.process_time = time.thread_time = lambda: COMPUTING
time.perf_counter_ns = time.monotonic_ns = lambda: round(read_clock() * 1_000_000_000)
time.time_ns = lambda: round(read_wall_clock() * 1_000_000_000)
time.process_time_ns = time.thread_time_ns = lambda: round(COMPUTING * 1_000_000_000)


opened = []  # every connection, whatever a block gets to see of it


class Connection(RealConnection):
    """Stands in for `sqlite3.Connection`: opens the real file, but waits for nothing.

    To wait until the disk has written makes a commit up to a hundred times as slow, and a journal in
    a file of its own, which is of use after a power cut only, twice as slow. To wait for a lock is in
    vain: only a connection that was left open can hold one here.
    """

    __slots__ = ()

    def __init__(self, database, *args, **options):
        autocommit = options.pop("autocommit", None)
        if not args:
            options.setdefault("timeout", 0.0)
        RealConnection.__init__(self, database, *args, **options)
        cursor = RealConnection.cursor(self)  # whatever a class of the attempt's own makes of cursors
        cursor.execute("PRAGMA synchronous = OFF")
        cursor.execute("PRAGMA journal_mode = MEMORY")
        if autocommit is not None:
            # Only now: with autocommit=False a transaction begins, in which a PRAGMA is refused.
            RealConnection.autocommit.__set__(self, autocommit)
        opened.append(self)


def connect(database, *args, factory=Connection, **options):
    """Stands in for `sqlite3.connect`, which would open a connection of the real class."""
    return factory(database, *args, **options)


sqlite3.Connection = sqlite3.dbapi2.Connection = Connection
sqlite3.connect = sqlite3.dbapi2.connect = connect


ERRORS = {
    kind: getattr(builtins, kind)
    for kind in (
        "BaseException",
        "GeneratorExit",
        "KeyboardInterrupt",
        "LookupError",
        "RuntimeError",
        "StopIteration",
        "SystemExit",
        "ValueError",
    )
}
ERRORS |= {"IntegrityError": IntegrityError, "OperationalError": OperationalError}


def make_error(kind, message="stopped"):
    return ERRORS[kind](message)


def describe(error):
    """An exception in words; one of a class that only has the name of another is told apart."""
    name = type(error).__name__
    return f"{name if ERRORS.get(name, type(error)) is type(error) else f'another {name}'}: {error}"


def places(errors, caught):
    """Which of several exceptions that look alike was caught."""
    return [number for number, error in enumerate(errors) if error is caught]


# --- Timer ---------------------------------------------------------------------------------


def time_one_block(context_managers, before, inside, after):
    """Creates a timer, waits, times a block that waits, and waits again; in 64ths of a second.

    import time
    from context_managers import Timer
    timer = Timer()
    time.sleep({{ before }} / 64)
    with timer as entered:
        time.sleep({{ inside }} / 64)

    time.sleep({{ after }} / 64)
    entered.duration
    """
    timer = context_managers.Timer()
    sleep(before / 64)
    with timer as entered:
        sleep(inside / 64)
    sleep(after / 64)
    return {"duration": entered.duration}


def set_wall_clock_inside(context_managers, inside, shift):
    """Times a block that waits some sixteenths of a second while the wall clock is set.

    import time
    real_time = time.time
    shift = [0]
    time.time = lambda: real_time() + shift[0]

    from context_managers import Timer
    with Timer() as timer:
        time.sleep({{ inside }} / 16)
        shift[0] = {{ shift }}

    timer.duration
    """
    with context_managers.Timer() as timer:
        sleep(inside / 16)
        set_wall_clock(shift)
    return {"duration": timer.duration}


def time_raising_block(context_managers, inside, kind, message):
    """Times a block that waits some sixteenths of a second and then raises.

    import time
    from context_managers import Timer
    timer = Timer()
    try:
        with timer:
            time.sleep({{ inside }} / 16)
            raise {{ kind | raw }}({{ message }})
    except BaseException as error:
        print("raised", repr(error))

    timer.duration
    """
    timer = context_managers.Timer()
    try:
        with timer:
            sleep(inside / 16)
            raise make_error(kind, message)
    except BaseException as error:
        if type(error) is not ERRORS.get(kind):
            raise
    return {"duration": timer.duration}


def raise_in_a_timed_block(context_managers, inside, kind, message, count, position):
    """Waits some sixteenths of a second, raises one of several exceptions that look alike, and asks which comes out.

    import time
    from context_managers import Timer
    timer = Timer()
    errors = [{{ kind | raw }}({{ message }}) for number in range({{ count }})]
    try:
        with timer:
            time.sleep({{ inside }} / 16)
            raise errors[{{ position }}]
    except BaseException as error:
        caught = error

    timer.duration
    repr(caught), [number for number, error in enumerate(errors) if error is caught]
    """
    timer = context_managers.Timer()
    errors = [make_error(kind, message) for _ in range(count)]
    caught = None
    try:
        with timer:
            sleep(inside / 16)
            raise errors[position]
    except BaseException as error:
        caught = error
    # A class that does nothing at all lets exceptions through as well, but it has no duration.
    return {"raised": describe(caught), "positions": places(errors, caught), "duration": timer.duration}


def use_one_timer_again(context_managers, waits):
    """Times one block after the other with the same timer; each waits some sixteenths of a second.

    import time
    from context_managers import Timer
    timer = Timer()
    durations = []
    for ticks in {{ waits }}:
        with timer:
            time.sleep(ticks / 16)
        durations.append(timer.duration)

    durations
    """
    timer = context_managers.Timer()
    durations = []
    for ticks in waits:
        with timer:
            sleep(ticks / 16)
        durations.append(timer.duration)
    return {"durations": durations}


def read_what_is_printed(context_managers, blocks):
    """Times one block after the other, some of which raise, and keeps what is printed.

    import builtins, time
    from context_managers import Timer
    def run(seconds, kind):
        try:
            with Timer():
                time.sleep(seconds)
                if kind is not None:
                    raise getattr(builtins, kind)("stopped")
        except BaseException as error:
            return repr(error)

    [run(seconds, kind) for seconds, kind in {{ blocks }}]
    """
    output = StringIO()
    with redirect_stdout(output):
        for seconds, kind in blocks:
            try:
                with context_managers.Timer():
                    sleep(seconds)
                    if kind is not None:
                        raise make_error(kind)
            except BaseException as error:
                if type(error) is not ERRORS.get(kind):
                    raise
    return {"printed": output.getvalue()}


def nest_two_timers(context_managers, before, inside, after, raises):
    """Times a block within a timed block; all wait some sixteenths of a second, and the inner one may raise.

    import time
    from context_managers import Timer
    with Timer() as outer:
        time.sleep({{ before }} / 16)
        try:
            with Timer() as inner:
                time.sleep({{ inside }} / 16)
                if {{ raises }}:
                    raise ValueError("stopped")
        except ValueError:
            pass
        time.sleep({{ after }} / 16)

    outer.duration, inner.duration
    """
    with context_managers.Timer() as outer:
        sleep(before / 16)
        with suppress(ValueError):
            with context_managers.Timer() as inner:
                sleep(inside / 16)
                if raises:
                    raise ValueError("stopped")
        sleep(after / 16)
    return {"outer": outer.duration, "inner": inner.duration}


def use_a_timer_often(context_managers, ticks, count):
    """Times many blocks with one timer, each of some sixteenths of a second: how many lines, which, and all durations.

    import contextlib, io, time
    time.sleep = lambda seconds: None
    from context_managers import Timer
    timer, durations = Timer(), []
    with contextlib.redirect_stdout(io.StringIO()) as printed:
        for _ in range({{ count }}):
            with timer:
                time.sleep({{ ticks }} / 16)
            durations.append(timer.duration)

    len(printed.getvalue().splitlines()), sum(durations)
    """
    timer, durations = context_managers.Timer(), []
    with redirect_stdout(StringIO()) as printed:
        for _ in range(count):
            with timer:
                sleep(ticks / 16)
            durations.append(timer.duration)
    lines = printed.getvalue().splitlines()
    return {"count": len(lines), "different": sorted(set(lines)), "sum": sum(durations)}


def print_slowly(context_managers, inside, writing):
    """Times a block that waits, where to print takes a while; both in 64ths of a second.

    import contextlib, io, time
    from context_managers import Timer
    class Slow(io.StringIO):
        def write(self, text):
            time.sleep({{ writing }} / 64)
            return super().write(text)

    with contextlib.redirect_stdout(Slow()) as printed:
        with Timer() as timer:
            time.sleep({{ inside }} / 64)

    timer.duration, printed.getvalue()
    """

    class Slow(StringIO):
        def write(self, text):
            sleep(writing / 64)
            return StringIO.write(self, text)

    with redirect_stdout(Slow()) as printed:
        with context_managers.Timer() as timer:
            sleep(inside / 64)
    return {"duration": timer.duration, "printed": printed.getvalue()}


# --- database_transaction ------------------------------------------------------------------


def create(path):
    with closing(connect(path)) as connection:
        connection.execute("CREATE TABLE users (name TEXT)")
        connection.commit()


def insert(connection, names):
    connection.executemany("INSERT INTO users VALUES (?)", [(name,) for name in names])


def saved(path):
    """Reads the names with a connection of its own, which sees what was committed only."""
    with closing(connect(path)) as connection:
        return [name for (name,) in connection.execute("SELECT name FROM users ORDER BY rowid")]


def ask(connection, number):
    """Has the database repeat a number, if the connection is still open."""
    try:
        return connection.execute("SELECT ?", (number,)).fetchone()[0]
    except ProgrammingError:
        return "closed"


def ask_all(connection, number):
    """Asks every connection that was opened: what a block got may say that it is closed without being so."""
    if ask(connection, number) != "closed":
        return number
    for real in [*opened, connection]:
        if issubclass(type(real), RealConnection):
            with suppress(ProgrammingError):  # which is how this attribute says that the connection is closed
                RealConnection.total_changes.__get__(real)
                return number
    return "closed"


def insert_in_blocks(context_managers, blocks):
    """Inserts names in one transaction after the other; some of the blocks raise at their end.

    import builtins, os, sqlite3, tempfile
    from context_managers import database_transaction
    path = os.path.join(tempfile.mkdtemp(), "users.db")
    sqlite3.connect(path).execute("CREATE TABLE users (name TEXT)").connection.close()
    for names, kind in {{ blocks }}:
        try:
            with database_transaction(path) as conn:
                _ = conn.executemany("INSERT INTO users VALUES (?)", [(name,) for name in names])
                if kind is not None:
                    raise getattr(builtins, kind)(0)
        except BaseException as caught:
            print(repr(caught))

    sqlite3.connect(path).execute("SELECT name FROM users").fetchall()
    """
    create("users.db")
    for names, kind in blocks:
        try:
            with context_managers.database_transaction("users.db") as conn:
                insert(conn, names)
                if kind is not None:
                    raise make_error(kind, 0)  # sys.exit(0), too, leaves a block by an exception
        except BaseException as error:
            if type(error) is not ERRORS.get(kind):
                raise
    return {"rows": saved("users.db")}


def insert_step_by_step(context_managers, loads):
    """Inserts in generators that pause after every name; each is closed after some steps.

    import os, sqlite3, tempfile
    from context_managers import database_transaction
    path = os.path.join(tempfile.mkdtemp(), "users.db")
    sqlite3.connect(path).execute("CREATE TABLE users (name TEXT)").connection.close()
    def load(names):
        with database_transaction(path) as conn:
            for name in names:
                conn.execute("INSERT INTO users VALUES (?)", (name,))
                yield name

    for names, steps in {{ loads }}:
        loading = load(names)
        inserted = [next(loading, "the end") for step in range(steps)]
        loading.close()

    sqlite3.connect(path).execute("SELECT name FROM users").fetchall()
    """

    def load(names):
        with context_managers.database_transaction("users.db") as conn:
            for name in names:
                insert(conn, [name])
                yield name

    create("users.db")
    for names, steps in loads:
        loading = load(names)
        for _ in range(steps):
            next(loading, None)
        loading.close()
    return {"rows": saved("users.db")}


def raise_one_of_several(context_managers, kind, message, count, position):
    """Raises one of several exceptions that look alike and asks which of them comes out.

    import os, tempfile
    from sqlite3 import IntegrityError, OperationalError
    from context_managers import database_transaction
    path = os.path.join(tempfile.mkdtemp(), "users.db")
    errors = [{{ kind | raw }}({{ message }}) for number in range({{ count }})]
    try:
        with database_transaction(path):
            raise errors[{{ position }}]
    except BaseException as error:
        caught = error

    repr(caught), [number for number, error in enumerate(errors) if error is caught]
    """
    errors = [make_error(kind, message) for _ in range(count)]
    caught = None
    try:
        with context_managers.database_transaction("users.db"):
            raise errors[position]
    except BaseException as error:
        caught = error
    return {"raised": describe(caught), "positions": places(errors, caught)}


def ask_connections(context_managers, blocks):
    """Asks each block's connection to repeat a number, within the block and after it.

    import builtins, os, tempfile
    from context_managers import database_transaction
    folder = tempfile.mkdtemp()
    def ask(conn, number):
        try:
            return conn.execute("SELECT ?", (number,)).fetchone()[0]
        except Exception as error:
            return repr(error)

    answers = []
    for number, kind in {{ blocks }}:
        try:
            with database_transaction(os.path.join(folder, "users.db")) as conn:
                answers.append(("within", ask(conn, number)))
                if kind is not None:
                    raise getattr(builtins, kind)("stopped")
        except BaseException as caught:
            print(repr(caught))
        answers.append(("after", ask(conn, number)))

    answers
    """
    answers = []
    for number, kind in blocks:
        try:
            with context_managers.database_transaction("users.db") as conn:
                answers.append(("within", ask(conn, number)))
                if kind is not None:
                    raise make_error(kind)
        except BaseException as error:
            if type(error) is not ERRORS.get(kind):
                raise
        answers.append(("after", ask_all(conn, number)))
    return {"answers": answers}


def refuse_commits(context_managers, blocks):
    """Inserts a name per block, each into a file of its own; SQLite refuses some of the commits.

    import os, sqlite3, tempfile
    from context_managers import database_transaction
    folder = tempfile.mkdtemp()
    def refuse(action, operation, *rest):
        return sqlite3.SQLITE_DENY if operation in ("COMMIT", "RELEASE") else sqlite3.SQLITE_OK

    def run(path, name, refused):
        sqlite3.connect(path).execute("CREATE TABLE users (name TEXT)").connection.close()
        try:
            with database_transaction(path) as conn:
                conn.execute("INSERT INTO users VALUES (?)", (name,))
                if refused:
                    conn.set_authorizer(refuse)
            outcome = "committed"
        except sqlite3.DatabaseError as error:
            outcome = repr(error)
        try:
            conn.execute("SELECT 1")
            state = "open"
        except sqlite3.ProgrammingError:
            state = "closed"
        return outcome, state, sqlite3.connect(path).execute("SELECT name FROM users").fetchall()

    [run(os.path.join(folder, f"{number}.db"), name, refused)
     for number, (name, refused) in enumerate({{ blocks }})]
    """

    def refuse(action, operation, *rest):
        return SQLITE_DENY if operation in ("COMMIT", "RELEASE") else SQLITE_OK

    rows, refusals, answers = [], [], []
    for number, (name, refused) in enumerate(blocks):
        path = f"{number}.db"
        create(path)
        try:
            with context_managers.database_transaction(path) as conn:
                insert(conn, [name])
                if refused:
                    conn.set_authorizer(refuse)
        except DatabaseError as error:
            refusals.append((name, str(error)))
        answers.append((name, ask_all(conn, number)))
        conn = None
        rows += saved(path)
    return {"rows": rows, "refusals": refusals, "answers": answers}


def create_tables(context_managers, blocks):
    """Creates a table in each block, and does nothing else; some of the blocks raise.

    import os, sqlite3, tempfile
    from context_managers import database_transaction
    path = os.path.join(tempfile.mkdtemp(), "shop.db")
    for table, raises in {{ blocks }}:
        try:
            with database_transaction(path) as conn:
                _ = conn.execute(f"CREATE TABLE {table} (name TEXT)")
                if raises:
                    raise ValueError("stopped")
        except ValueError as error:
            print(repr(error))

    sqlite3.connect(path).execute("SELECT name FROM sqlite_master").fetchall()
    """
    for table, raises in blocks:
        with suppress(ValueError):
            with context_managers.database_transaction("shop.db") as conn:
                conn.execute(f"CREATE TABLE {table} (name TEXT)")
                if raises:
                    raise ValueError("stopped")
    with closing(connect("shop.db")) as connection:
        found = connection.execute("SELECT name FROM sqlite_master ORDER BY rowid")
        return {"tables": [table for (table,) in found]}


def nest_transactions(context_managers, blocks):
    """Puts one block into the other, each on its own file; what a block raises is caught around it.

    import os, sqlite3, tempfile
    from context_managers import database_transaction
    folder = tempfile.mkdtemp()
    def run(number, blocks):
        if not blocks:
            return
        path = os.path.join(folder, f"{number}.db")
        name, raises = blocks[0]
        sqlite3.connect(path).execute("CREATE TABLE users (name TEXT)").connection.close()
        try:
            with database_transaction(path) as conn:
                conn.execute("INSERT INTO users VALUES (?)", (name,))
                run(number + 1, blocks[1:])
                if raises:
                    raise ValueError("stopped")
        except ValueError as error:
            print(name, repr(error))
        print(name, sqlite3.connect(path).execute("SELECT name FROM users").fetchall())

    run(0, {{ blocks }})
    """

    def run(number):
        if number == len(blocks):
            return
        name, raises = blocks[number]
        create(f"{number}.db")
        with suppress(ValueError):
            with context_managers.database_transaction(f"{number}.db") as conn:
                insert(conn, [name])
                run(number + 1)
                if raises:
                    raise ValueError("stopped")

    run(0)
    return {"rows": [saved(f"{number}.db") for number in range(len(blocks))]}


class Silent(Exception):
    """An exception that is false in a condition."""

    def __bool__(self):
        return False


def raise_silently(context_managers, blocks):
    """Inserts names in one transaction after the other; some of the blocks raise an exception that is false.

    import os, sqlite3, tempfile
    from context_managers import database_transaction
    class Silent(Exception):
        __bool__ = lambda self: False

    path = os.path.join(tempfile.mkdtemp(), "users.db")
    sqlite3.connect(path).execute("CREATE TABLE users (name TEXT)").connection.close()
    caught = []
    for name, raises in {{ blocks }}:
        try:
            with database_transaction(path) as conn:
                _ = conn.execute("INSERT INTO users VALUES (?)", (name,))
                if raises:
                    raise Silent(name)
        except Silent as error:
            caught.append(str(error))

    sqlite3.connect(path).execute("SELECT name FROM users").fetchall()
    caught
    """
    create("users.db")
    caught = []
    for name, raises in blocks:
        try:
            with context_managers.database_transaction("users.db") as conn:
                insert(conn, [name])
                if raises:
                    raise Silent(name)
        except Silent as error:
            caught.append(str(error))
    return {"rows": saved("users.db"), "caught": caught}


def insert_into_files(context_managers, inserts):
    """Inserts a name into each of several files, whose names may be odd, and looks what is in which.

    import os, sqlite3, tempfile
    from context_managers import database_transaction
    os.chdir(tempfile.mkdtemp())
    for path, name in {{ inserts }}:
        sqlite3.connect(path).execute("CREATE TABLE IF NOT EXISTS users (name TEXT)").connection.close()
        with database_transaction(path) as conn:
            _ = conn.execute("INSERT INTO users VALUES (?)", (name,))

    {path: sqlite3.connect(path).execute("SELECT name FROM users").fetchall() for path, name in {{ inserts }}}
    len(os.listdir())
    """
    # Windows has no question marks in the names of files.
    real = {path: path.replace("?", "_") if os.name == "nt" else path for path, _ in inserts}
    for path in real.values():
        create(path)
    for path, name in inserts:
        with context_managers.database_transaction(real[path]) as conn:
            insert(conn, [name])
    return {"rows": {path: saved(real[path]) for path in real}, "files": len(os.listdir())}


def insert_many(context_managers, counts):
    """Inserts many numbers in one transaction after the other; one of a negative count raises at its end.

    import os, sqlite3, tempfile
    from context_managers import database_transaction
    path = os.path.join(tempfile.mkdtemp(), "numbers.db")
    sqlite3.connect(path).execute("CREATE TABLE numbers (number INTEGER)").connection.close()
    for count in {{ counts }}:
        try:
            with database_transaction(path) as conn:
                rows = ((number,) for number in range(abs(count)))
                _ = conn.executemany("INSERT INTO numbers VALUES (?)", rows)
                if count < 0:
                    raise ValueError("stopped")
        except ValueError as error:
            print(repr(error))

    sqlite3.connect(path).execute("SELECT count(*), sum(number) FROM numbers").fetchone()
    """
    with closing(connect("numbers.db")) as connection:
        connection.execute("CREATE TABLE numbers (number INTEGER)")
        connection.commit()
    for count in counts:
        with suppress(ValueError):
            with context_managers.database_transaction("numbers.db") as conn:
                conn.executemany("INSERT INTO numbers VALUES (?)", ((number,) for number in range(abs(count))))
                if count < 0:
                    raise ValueError("stopped")
    with closing(connect("numbers.db")) as connection:
        found = connection.execute("SELECT count(*), sum(number) FROM numbers").fetchone()
    return {"count": found[0], "sum": found[1]}


# --- temporary_attribute -------------------------------------------------------------------


def make_class():
    return type("Settings", (), {})


def make_settings(**values):
    """An object of a class of its own, with these attributes."""
    settings = make_class()()
    vars(settings).update(values)
    return settings


OWNERS = {"instance": make_settings, "class": make_class, "module": lambda: ModuleType("settings")}


def look_inside(context_managers, owner, name, value, temporary, count, position):
    """Changes one of several objects and looks at all of them within the block.

    from types import ModuleType, SimpleNamespace
    from context_managers import temporary_attribute
    make = {"instance": SimpleNamespace, "class": lambda: type("Settings", (), {}), "module": lambda: ModuleType("m")}
    objects = [make[{{ owner }}]() for number in range({{ count }})]
    for item in objects:
        item.{{ name | raw }} = {{ value }}

    with temporary_attribute(objects[{{ position }}], {{ name }}, {{ temporary }}) as changed:
        inside = [item.{{ name | raw }} for item in objects]

    inside, [number for number, item in enumerate(objects) if item is changed]
    """
    objects = [OWNERS[owner]() for _ in range(count)]
    for item in objects:
        setattr(item, name, value)
    with context_managers.temporary_attribute(objects[position], name, temporary) as changed:
        return {
            "shown": [repr(getattr(item, name)) for item in objects],
            "given": [number for number, item in enumerate(objects) if item is changed],
        }


def change_each(context_managers, values, names, temporary, again):
    """Changes one attribute after the other, in its block again if so, and shows what the object holds in the end.

    from types import SimpleNamespace
    from context_managers import temporary_attribute
    settings, values = SimpleNamespace(), {{ values }}
    changes = [temporary_attribute(settings, name, {{ temporary }}) for name in {{ names }}]
    vars(settings).update(values)
    for change, name in zip(changes, {{ names }}):
        with change:
            print("within:", name, getattr(settings, name)){% if again %}
            setattr(settings, name, {{ again }}){% endif %}

    vars(settings)
    [name for name in values if vars(settings).get(name) is values[name]]
    """
    settings = make_settings()
    changes = [context_managers.temporary_attribute(settings, name, temporary) for name in names]
    vars(settings).update(values)
    within = []
    for change, name in zip(changes, names, strict=True):
        with change:
            within.append(getattr(settings, name))
            if again:
                setattr(settings, name, again)
    afterwards = {name: repr(value) for name, value in vars(settings).items()}
    same = [name for name in values if vars(settings).get(name) is values[name]]
    return {"within": within, "afterwards": afterwards, "same": same}


def change_the_class_later(context_managers, name, value, temporary, later, of_class, own):
    """Changes an attribute that the class holds, too, for a block; afterwards the class gets another value.

    from context_managers import temporary_attribute
    class Base:
        {{ name | raw }} = {{ value }}

    class Derived(Base):
        pass

    obj = {{ ("Derived" if of_class else "Derived()") | raw }}{% if own %}
    obj.{{ name | raw }} = {{ value }}{% endif %}
    with temporary_attribute(obj, {{ name }}, {{ temporary }}):
        within = obj.{{ name | raw }}

    before = obj.{{ name | raw }}
    Base.{{ name | raw }} = {{ later }}
    within, before, obj.{{ name | raw }}
    """
    base = type("Base", (), {name: value})
    derived = type("Derived", (base,), {})
    obj = derived if of_class else derived()
    if own:
        setattr(obj, name, value)
    with context_managers.temporary_attribute(obj, name, temporary):
        within = getattr(obj, name)
    before = getattr(obj, name)
    setattr(base, name, later)
    return {"seen": [within, before, getattr(obj, name)]}


def change_methods_of_a_class(context_managers, number, name):
    """Replaces a static and a class method for a block; afterwards calls the methods.

    from context_managers import temporary_attribute
    class Shop:
        @staticmethod
        def double(number):
            return 2 * number
        @classmethod
        def title(cls):
            return cls.__name__

    class {{ name | raw }}(Shop):
        pass

    with temporary_attribute(Shop, "double", {{ number }}), temporary_attribute(Shop, "title", {{ name }}):
        within = Shop.double, Shop.title

    within
    Shop().double({{ number }}), {{ name | raw }}.title()
    """

    class Shop:
        @staticmethod
        def double(number):
            return 2 * number

        @classmethod
        def title(cls):
            return cls.__name__

    branch = type(name, (Shop,), {})
    with context_managers.temporary_attribute(Shop, "double", number):
        with context_managers.temporary_attribute(Shop, "title", name):
            within = [Shop.double, Shop.title]
    return {"within": within, "double": Shop().double(number), "title": branch.title()}


def leave_by_exception(context_managers, values, name, temporary, kind, message, count, position):
    """Raises one of several exceptions that look alike, shows what the object holds afterwards and which came out.

    from types import SimpleNamespace
    from context_managers import temporary_attribute
    settings = SimpleNamespace(**{{ values }})
    errors = [{{ kind | raw }}({{ message }}) for number in range({{ count }})]
    try:
        with temporary_attribute(settings, {{ name }}, {{ temporary }}):
            print("within:", settings)
            raise errors[{{ position }}]
    except BaseException as error:
        caught = error

    vars(settings)
    repr(caught), [number for number, error in enumerate(errors) if error is caught]
    """
    settings = make_settings(**values)
    errors = [make_error(kind, message) for _ in range(count)]
    within = caught = None
    try:
        with context_managers.temporary_attribute(settings, name, temporary):
            within = getattr(settings, name)
            raise errors[position]
    except BaseException as error:
        caught = error
    return {
        "within": within,
        "afterwards": vars(settings),
        "raised": describe(caught),
        "positions": places(errors, caught),
    }


def nest_changes(context_managers, name, value, temporaries):
    """Changes the same attribute in nested blocks and notes it on the way in and out.

    from types import SimpleNamespace
    from context_managers import temporary_attribute
    settings = SimpleNamespace({{ name | raw }}={{ value }})
    def go(values):
        seen = [settings.{{ name | raw }}]
        if values:
            with temporary_attribute(settings, {{ name }}, values[0]):
                seen += go(values[1:])
            seen.append(settings.{{ name | raw }})
        return seen

    go({{ temporaries }})
    """
    settings = make_settings(**{name: value})

    def go(values):
        seen = [getattr(settings, name)]
        if values:
            with context_managers.temporary_attribute(settings, name, values[0]):
                seen += go(values[1:])
            seen.append(getattr(settings, name))
        return seen

    return {"seen": go(temporaries)}


class Odd:
    """Says yes to every comparison, has no hash and no truth, and makes up what it lacks."""

    __hash__ = None

    def __eq__(self, other):
        return True

    def __bool__(self):
        raise TypeError("neither true nor false")

    def __getattr__(self, name):
        return name.upper()


def change_odd_objects(context_managers, names, count, position):
    """Changes attributes of an odd object, whose values are as odd, and says where each value is from.

    from context_managers import temporary_attribute
    class Odd:
        __hash__ = None
        def __eq__(self, other):
            return True
        def __bool__(self):
            raise TypeError("neither true nor false")
        def __getattr__(self, name):
            return name.upper()

    def place(wanted):
        return [place for place, value in enumerate(values) if value is wanted]

    values = [Odd() for _ in range({{ count }} + 1)]
    obj = Odd()
    for name in {{ names[1:] }}:
        setattr(obj, name, values[{{ position }}])

    within = []
    for name in {{ names }}:
        with temporary_attribute(obj, name, values[-1]) as given:
            within.append((name, place(getattr(obj, name)), given is obj))

    within
    {name: place(value) for name, value in vars(obj).items()}
    """
    values = [Odd() for _ in range(count + 1)]
    obj = Odd()
    for name in names[1:]:
        setattr(obj, name, values[position])
    within = []
    for name in names:
        with context_managers.temporary_attribute(obj, name, values[-1]) as given:
            within.append((name, places(values, getattr(given, name))))
    return {"within": within, "afterwards": {name: places(values, value) for name, value in vars(obj).items()}}
