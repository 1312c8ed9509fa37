"""Looking at the class body alone

A subclass inherits validate and need not write it again. What an instance finds counts, not what the body holds.

Fails: TestValidatedMeta::test_inherits_validate
"""


class ValidatedMeta(type):
    def __new__(mcs, name, bases, namespace, /, **kwargs):
        found = namespace.get("validate")
        if not callable(found) and not isinstance(found, classmethod):
            raise TypeError(f"Class {name} must implement validate method")
        return super().__new__(mcs, name, bases, namespace, **kwargs)
