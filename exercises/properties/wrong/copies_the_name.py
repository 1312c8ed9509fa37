"""Copying the name when the member is made

The nickname stays the name of that moment, although the name changes later. Ask for the name when the nickname is
read.

Fails: TestMember::test_nickname_stands_for_the_name
"""


class Member:
    def __init__(self, number, name):
        self._number = number
        self.name = name
        self._default = name

    @property
    def number(self):
        return self._number

    @property
    def nickname(self):
        return vars(self).get("_nickname", self._default)

    @nickname.setter
    def nickname(self, nickname):
        self._nickname = nickname

    @nickname.deleter
    def nickname(self):
        del self._nickname
