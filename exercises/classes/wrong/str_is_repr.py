"""Showing people the repr

repr is for who programs, str for who reads. Without a __str__ the repr stands in for it, and here from_string
could not read that.

Fails: TestText::test_str_is_what_from_string_reads
"""

Person.__str__ = lambda self: repr(self)
