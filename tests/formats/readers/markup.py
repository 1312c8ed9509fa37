"""How Markdown and HTML are read: what is in them beside text."""

import re
from html.parser import HTMLParser

from markdown_it import MarkdownIt
from markdown_it.token import Token

_OURS = re.compile(r"(<details><summary>[^<>]*</summary>|</details>)\n?")
_TAGS = frozenset(
    [
        "html",
        "head",
        "meta",
        "title",
        "style",
        "body",
        "h1",
        "h2",
        "p",
        "strong",
        "pre",
        "table",
        "thead",
        "tbody",
        "tr",
        "th",
        "td",
        "details",
        "summary",
        "small",
        "ul",
        "li",
        "footer",
    ]
)
_VOID = frozenset(("meta",))
_ATTRIBUTES = frozenset(["lang", "charset", "http-equiv", "content", "name", "scope", "open"])
_LINK = re.compile(r"(?<!\\)(https?:/|www\.)|(?<![\\\w])@\w")


def markdown(text: str) -> list[str]:
    """What stands in code, block by block. Raises ValueError for a link, a picture, a mention, or HTML but for the
    details that fold.
    """
    tokens = MarkdownIt("commonmark").enable("table").parse(text)
    for token in tokens:
        for one in [token, *(token.children or [])]:
            _look(one)
    return [token.content for token in tokens if token.type == "fence"]


def _look(token: Token) -> None:
    if token.type in ("link_open", "image", "html_inline"):
        raise ValueError(f"{token.type}: {token.attrs} {token.content}")
    if token.type == "html_block" and not _OURS.fullmatch(token.content):
        raise ValueError(f"HTML: {token.content!r}")
    if token.type == "inline" and _LINK.search(token.content):
        raise ValueError(f"a link or a mention: {token.content!r}")


class _Page(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.texts: dict[str, list[str]] = {}

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in _TAGS or {name for name, _ in attrs} - _ATTRIBUTES:
            raise ValueError(f"<{tag} {attrs}>")
        if tag not in _VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if self.open.pop() != tag:
            raise ValueError(f"</{tag}> closes something else")

    def handle_data(self, data: str) -> None:
        if self.open:
            self.texts.setdefault(self.open[-1], []).append(data)

    def handle_comment(self, data: str) -> None:
        raise ValueError(f"a comment: {data!r}")


def html(text: str) -> dict[str, list[str]]:
    """The texts of a page, by tag. Raises ValueError for a tag, an attribute or an address that it has no need of."""
    page = _Page()
    page.feed(text)
    page.close()
    if page.open or not text.startswith("<!DOCTYPE html>"):
        raise ValueError("the page is not whole")
    return page.texts
