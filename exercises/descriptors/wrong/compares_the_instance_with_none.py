"""Comparing the instance with None by `==`

`==` asks the instance, and one that equals everything is then taken for none. Whether there is an instance says
`is None`.

Fails: TestInstances::test_equal_instances_do_not_share
"""


def __get__(self, obj, objtype=None):
    if obj == None:  # noqa: E711
        return self
    self._require_value(obj)
    return vars(obj)[self.name]


ValidatedAttribute.__get__ = __get__
