"""Reading the private name instead of the property

A subclass may make something else of name, and self._name does not ask it. Within a class, too, the attribute is
what others see.

Fails: TestMember::test_asks_the_name_of_a_subclass
"""


class Member:
    def __init__(self, number, name):
        self._number = number
        self.name = self._name = name

    @property
    def number(self):
        return self._number

    @property
    def nickname(self):
        return vars(self).get("_nickname", self._name)

    @nickname.setter
    def nickname(self, nickname):
        self._nickname = nickname

    @nickname.deleter
    def nickname(self):
        del self._nickname

    def __setattr__(self, name, value):
        super().__setattr__(name, value)
        if name == "name":
            vars(self)["_name"] = value
