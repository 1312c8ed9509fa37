"""False for whatever is no bookmark

False is an answer, and Python asks no further: an object that knows bookmarks is never asked. NotImplemented leaves it
to the other one.

Fails: TestBookmark::test_leaves_the_answer_to_others
"""


class Bookmark:
    def __init__(self, url, title=""):
        self._url = url
        self.title = title

    @property
    def url(self):
        return self._url

    def __eq__(self, other):
        return isinstance(other, Bookmark) and self.url == other.url

    def __hash__(self):
        return hash(self.url)
