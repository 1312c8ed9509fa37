"""A number that is read-only by agreement

Nothing keeps anybody from assigning to an ordinary attribute. A property without a setter does.

Fails: TestMember::test_number_is_read_only
"""


class Member:
    def __init__(self, number, name):
        self.number = number
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
