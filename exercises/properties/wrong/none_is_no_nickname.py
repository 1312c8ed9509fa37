"""None for "no nickname"

None can be assigned like anything else, and then it is the nickname. Whether the attribute is there says what
None can't.

Fails: TestMember::test_nickname_stands_for_the_name, TestMember::test_any_object_is_a_nickname
"""


class Member:
    _nickname = None

    def __init__(self, number, name):
        self._number = number
        self.name = name

    @property
    def number(self):
        return self._number

    @property
    def nickname(self):
        return self.name if self._nickname is None else self._nickname

    @nickname.setter
    def nickname(self, nickname):
        self._nickname = nickname

    @nickname.deleter
    def nickname(self):
        if self._nickname is None:
            raise AttributeError("nickname")
        self._nickname = None
