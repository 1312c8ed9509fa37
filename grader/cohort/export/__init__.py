"""Grades for other systems: a format each file, which knows the other side's rules."""
