"""Comparing with whatever has a url

A text has none, and == ends in an AttributeError. What is no bookmark has to decide for itself.

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
        return self.url == other.url

    def __hash__(self):
        return hash(self.url)
