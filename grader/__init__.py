"""An automated coding-exercise grader for Python."""

__version__ = "0.1.0"
