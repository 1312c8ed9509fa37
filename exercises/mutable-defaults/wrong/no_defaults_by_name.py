"""Looking at __defaults__ alone

The defaults of parameters that come by name only are kept in __kwdefaults__. inspect.signature shows all of
them.

Fails: TestCulprits::test_names_mutable_defaults
"""


def culprits(function):
    names = list(inspect.signature(function).parameters)
    by_name = inspect.signature(function).parameters
    defaults = getattr(inspect.unwrap(function), "__defaults__", None) or ()
    return [
        name
        for name in names
        if any(by_name[name].default is one for one in defaults)
        and isinstance(by_name[name].default, _MUTABLE)
        and not name.startswith("_")
    ]
