"""A setter that does nothing

Whoever assigns believes that it worked. Leave the setter out, and Python refuses with an AttributeError.

Fails: TestMember::test_number_is_read_only
"""


class Member:
    def __init__(self, number, name):
        self._number = number
        self.name = name

    @property
    def number(self):
        return self._number

    @number.setter
    def number(self, value):
        pass

    @number.deleter
    def number(self):
        pass

    @property
    def nickname(self):
        return vars(self).get("_nickname", self.name)

    @nickname.setter
    def nickname(self, nickname):
        self._nickname = nickname

    @nickname.deleter
    def nickname(self):
        del self._nickname
