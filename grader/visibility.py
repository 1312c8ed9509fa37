"""When a reader may see what hidden tests have found."""

from enum import StrEnum


class Visibility(StrEnum):
    """Where nobody can wait for a date, all but the first mean that no evidence of a hidden test is written: no reason,
    no input, no values, and nothing that was printed.
    """

    visible = "visible"
    after_due_date = "after_due_date"
    after_published = "after_published"
    hidden = "hidden"
