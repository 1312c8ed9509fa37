"""Calling __init__ again on a birthday

self.__init__ is the subclass's, which may change what it is given, and does so again on each birthday. One
assignment to age is enough.

Fails: TestAge::test_grows_older
"""

Person.celebrate_birthday = lambda self: self.__init__(self.name, self.age + 1)
