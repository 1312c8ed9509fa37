"""Deleting what is not there without a word

del on a missing attribute is an AttributeError everywhere else. Who gets none takes it that there was one.

Fails: TestMember::test_nickname_stands_for_the_name
"""


class Member:
    def __init__(self, number, name):
        self._number = number
        self.name = name

    @property
    def number(self):
        return self._number

    @property
    def nickname(self):
        return vars(self).get("_nickname", self.name)

    @nickname.setter
    def nickname(self, nickname):
        self._nickname = nickname

    @nickname.deleter
    def nickname(self):
        vars(self).pop("_nickname", None)
