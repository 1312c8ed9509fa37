"""Sessions of work: `nox --list` shows them, `nox -s NAME -- ARGUMENTS` runs one."""

import nox

nox.options.default_venv_backend = "uv|virtualenv"
nox.options.sessions = ["lint", "types", "tests", "wheel", "exercises"]
PYTHONS = ["3.11", "3.12", "3.13", "3.14"]


def install(session: nox.Session, *groups: str) -> None:
    """The project itself, and what these dependency groups name in pyproject.toml."""
    session.install("-e", ".", *nox.project.dependency_groups(nox.project.load_toml("pyproject.toml"), *groups))


@nox.session(python=PYTHONS)
def tests(session: nox.Session) -> None:
    """The whole test suite."""
    install(session, "test")
    session.run("pytest", *session.posargs)


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
    session.run("uv", "build", "--wheel", "--out-dir", folder, external=True)
    wheels = sorted(str(path) for path in __import__("pathlib").Path(folder).glob("*.whl"))
    session.install(wheels[-1])
    solutions = __import__("pathlib").Path("solutions").resolve()
    with session.chdir(folder):
        for solution in sorted(solutions.glob("*.py")):
            session.run("grader", "check", solution.stem, "--attempt", str(solution))


@nox.session
def exercises(session: nox.Session) -> None:
    """Each exercise's reference, against its suite."""
    install(session)
    solutions = sorted(__import__("pathlib").Path("solutions").glob("*.py"))
    for solution in solutions:
        session.run("grader", "check", solution.stem, "--attempt", str(solution))
