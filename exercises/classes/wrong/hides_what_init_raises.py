"""A try that encloses too much

The error of an `__init__` is taken for one of the text, and whoever has to find it is sent to the wrong place. Between
try and except belongs only what is expected to fail: the number.

Fails: TestFromString::test_passes_on_what_init_raises
"""


def from_string(cls, text):
    try:
        name, age = text.rsplit("-", 1)
        return cls(name, int(age))
    except Exception as error:
        raise ValueError(f"not NAME-AGE: {text!r}") from error


Person.from_string = classmethod(from_string)
