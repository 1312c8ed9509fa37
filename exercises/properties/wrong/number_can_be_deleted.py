"""Guarding the number against assignments alone

del is a way to change an attribute, too, and __setattr__ does not hear of it. A property without a deleter refuses
both.

Fails: TestMember::test_number_is_read_only
"""


class Member:
    def __init__(self, number, name):
        vars(self)["number"] = number
        self.name = name

    @property
    def nickname(self):
        return vars(self).get("_nickname", self.name)

    @nickname.setter
    def nickname(self, nickname):
        self._nickname = nickname

    @nickname.deleter
    def nickname(self):
        del self._nickname

    def __setattr__(self, name, value):
        if name == "number":
            raise AttributeError("number is read-only")
        super().__setattr__(name, value)
