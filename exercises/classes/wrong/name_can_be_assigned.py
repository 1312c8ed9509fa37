"""A name that can be assigned

The hash is made of the name. A name that changes while the person is in a set makes it unfindable: a property
without a setter prevents that.

Fails: TestAge::test_keeps_its_name
"""

Person.name = property(lambda self: self._name, lambda self, name: setattr(self, "_name", name))
