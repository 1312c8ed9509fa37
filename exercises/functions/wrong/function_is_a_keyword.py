"""A parameter named function without a /

A keyword `function` that is meant for the bound function is taken for the parameter, which has a value already.
A lone / behind it leaves the name free.

Fails: TestBindAndPipe::test_binds_arguments
"""


def bind(function, *args, **kwargs):
    return lambda *more, **others: function(*args, *more, **{**kwargs, **others})
