"""object's hash beside an __eq__ of one's own

It differs for each object, so equal bookmarks are not found. What is equal must have one hash.

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
        if not isinstance(other, Bookmark):
            return NotImplemented
        return self.url == other.url

    __hash__ = object.__hash__
