"""type(self) is type(other)

A bookmark of a subclass with the same url is the same page. isinstance asks whether it is a bookmark at all.

Fails: TestBookmark::test_is_known_by_its_url
"""


class Bookmark:
    def __init__(self, url, title=""):
        self._url = url
        self.title = title

    @property
    def url(self):
        return self._url

    def __eq__(self, other):
        if type(self) is not type(other):
            return NotImplemented
        return self.url == other.url

    def __hash__(self):
        return hash(self.url)
