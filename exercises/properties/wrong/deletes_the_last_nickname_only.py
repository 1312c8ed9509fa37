"""A stack of nicknames

Each assignment replaces the nickname. Whoever keeps the old ones below it finds them again after deleting, where
the name should stand.

Fails: TestMember::test_nickname_stands_for_the_name
"""


class Member:
    def __init__(self, number, name):
        self._number = number
        self.name = name
        self._nicknames = []

    @property
    def number(self):
        return self._number

    @property
    def nickname(self):
        return [self.name, *self._nicknames][-1]

    @nickname.setter
    def nickname(self, nickname):
        self._nicknames.append(nickname)

    @nickname.deleter
    def nickname(self):
        if not self._nicknames:
            raise AttributeError("nickname")
        self._nicknames.pop()
