"""hasattr on a class

It finds what the metaclass has, too, and an instance does not. Look into the classes of __mro__.

Fails: TestValidatedMeta::test_metaclass_does_not_count
"""


class ValidatedMeta(type):
    def __new__(mcs, name, bases, namespace, /, **kwargs):
        probe = type.__new__(mcs, name, (), dict(namespace))
        found = getattr(probe, "validate", None) if "validate" in namespace else None
        if "validate" not in namespace:
            found = next(
                (base.validate for base in bases if hasattr(base, "validate")), getattr(probe, "validate", None)
            )
        if not callable(found):
            raise TypeError(f"class {name} has no method validate")
        return super().__new__(mcs, name, bases, namespace, **kwargs)
