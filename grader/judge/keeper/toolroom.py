"""The jail of the tools that read attempts' texts, for one exercise."""

from pathlib import Path
from typing import Any

from grader.catalog import Exercise
from grader.errors import ExerciseError
from grader.judge.keeper import servers, tools
from grader.judge.keeper.handles import Handle, Jail, JailError
from grader.judge.store import Store


class Toolroom:
    """Comes up while pytest collects the suite, where the exercise names a tool among its packages."""

    def __init__(self, exercise: Exercise, scratches: Path, store: Store) -> None:
        """Raises ExerciseError if a tool is not installed, JailError if it does not work."""
        self._topic = exercise.topic
        self._names = tools.named(exercise.manifest.packages)
        self._scratches = scratches
        self._tools = tools.find(self._names, scratches, store) if self._names else None
        self._jail: Jail | None = self._start()

    def _start(self) -> Jail | None:
        return servers.start_tools(self._tools, self._scratches) if self._tools is not None else None

    def open(self, tool: str) -> tuple[Handle, dict[str, Any]]:
        """A child for `tool`, types or lint, and what it has to be told. Raises ExerciseError or JailError."""
        name = tools.NAMES[tool]
        if self._tools is None or self._jail is None or name not in self._names:
            raise ExerciseError(
                f"{self._topic}: attempt.text.{tool} needs {name}: "
                f'name it in exercise.toml, such as packages = ["{name}"]'
            )
        more = {"cache": self._tools.cache} if tool == "types" else {"program": self._tools.ruff}
        try:
            return self._jail.open(), more
        except JailError:  # whatever ended it, the next one is new
            self._jail.close()
            self._jail = self._start()
            assert self._jail is not None
            return self._jail.open(), more

    def settle(self) -> None:
        """Returns when the children that were dismissed are gone."""
        if self._jail is not None:
            self._jail.settle()

    def close(self) -> None:
        """Ends the jail with all its children."""
        if self._jail is not None:
            self._jail.close()
