"""Taking the name for no nickname

Somebody who is called by their name on purpose keeps that nickname when the name changes. What decides is whether
one was assigned, not whether it differs from the name.

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
        if nickname == self.name:
            vars(self).pop("_nickname", None)
        else:
            self._nickname = nickname

    @nickname.deleter
    def nickname(self):
        del self._nickname
