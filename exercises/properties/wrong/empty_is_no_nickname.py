"""`or` for "there is none"

An empty nickname and None are nicknames that somebody assigned, and `or` takes them for missing. Ask whether
there is one, not whether it is true.

Fails: TestMember::test_nickname_stands_for_the_name, TestMember::test_any_object_is_a_nickname
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
        return vars(self).get("_nickname") or self.name

    @nickname.setter
    def nickname(self, nickname):
        self._nickname = nickname

    @nickname.deleter
    def nickname(self):
        del self._nickname
