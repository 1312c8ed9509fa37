"""A url that can be assigned

Then the hash changes while the bookmark is in a set, which will never find it again.

Fails: TestBookmark::test_url_is_for_good
"""


class Bookmark:
    def __init__(self, url, title=""):
        self.url = url
        self.title = title

    def __eq__(self, other):
        if not isinstance(other, Bookmark):
            return NotImplemented
        return self.url == other.url

    def __hash__(self):
        return hash(self.url)
