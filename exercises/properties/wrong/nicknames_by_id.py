"""Nicknames in the class, by id

An id is unique only as long as the object lives: a new member gets the nickname of one that is gone. What is kept in
the instance goes with it.

Fails: TestMember::test_new_member_has_no_nickname
"""


class Member:
    _nicknames = {}

    def __init__(self, number, name):
        self._number = number
        self.name = name

    @property
    def number(self):
        return self._number

    @property
    def nickname(self):
        return self._nicknames[id(self)] if id(self) in self._nicknames else self.name

    @nickname.setter
    def nickname(self, nickname):
        self._nicknames[id(self)] = nickname

    @nickname.deleter
    def nickname(self):
        if id(self) not in self._nicknames:
            raise AttributeError("nickname")
        del self._nicknames[id(self)]
