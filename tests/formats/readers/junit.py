"""How readers of JUnit XML read it: two strict schemas, as tables of what they allow, and GitLab."""

import re
from dataclasses import dataclass
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

_TIME = re.compile(r"(([0-9]{0,3},)*[0-9]{3}|[0-9]{0,3})*(\.[0-9]{0,3})?")
_RAILS = frozenset(
    [
        "array",
        "base64Binary",
        "big_integer",
        "boolean",
        "date",
        "datetime",
        "dateTime",
        "decimal",
        "double",
        "duration",
        "file",
        "float",
        "hash",
        "integer",
        "string",
        "symbol",
        "yaml",
    ]
)


@dataclass(frozen=True)
class Rule:
    """What an element may have: attributes it needs, others, children, and whether text."""

    needs: frozenset[str] = frozenset()
    others: frozenset[str] = frozenset()
    children: frozenset[str] = frozenset()
    text: bool = False


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_FAILURE = Rule(others=_words("type message"), text=True)
_RERUN = Rule(_words("type"), _words("message"), _words("stackTrace system-out system-err"), text=True)
_COMMON = {
    "testsuites": Rule(others=_words("name time tests failures errors"), children=_words("testsuite")),
    "properties": Rule(children=_words("property")),
    "property": Rule(_words("value"), _words("name")),
    "failure": _FAILURE,
    "skipped": _FAILURE,
    "system-out": Rule(text=True),
    "system-err": Rule(text=True),
    "rerunFailure": _RERUN,
    "rerunError": _RERUN,
}
_SUITE = _words("testsuite properties testcase system-out system-err")
_SUITE_OTHERS = _words("group time skipped timestamp hostname id package file log url version")
# Jenkins' plugin xUnit, junit-10.xsd.
XUNIT = {
    **_COMMON,
    "testsuite": Rule(_words("tests"), _SUITE_OTHERS | _words("name failures errors"), _SUITE),
    "testcase": Rule(
        _words("name"),
        _words("assertions time timestamp classname status class file line log group url"),
        _words("skipped error failure rerunFailure rerunError system-out system-err"),
    ),
    "error": _FAILURE,
}
# The copy that pytest holds its own reports against: stricter, and without a place for `error`.
PYTEST = {
    **_COMMON,
    "property": Rule(_words("name value")),
    "testsuite": Rule(_words("name tests failures errors"), _SUITE_OTHERS, _SUITE),
    "testcase": Rule(
        _words("name"),
        _words("time classname group"),
        _words("skipped errors failure rerunFailure rerunError flakyFailure flakyError system-out system-err"),
    ),
    "errors": _FAILURE,
}


def problems(text: str, schema: dict[str, Rule]) -> list[str]:
    """What a schema would not take."""
    root = ElementTree.fromstring(text.encode())
    found = [] if root.tag == "testsuites" else [f"the root is {root.tag}"]
    for element in root.iter():
        found += _of_element(element, schema)
    return found


def _of_element(element: Element, schema: dict[str, Rule]) -> list[str]:
    rule = schema.get(element.tag)
    if rule is None:
        return [f"{element.tag} is unknown"]
    has = set(element.attrib)
    found = [f"{element.tag} lacks {name}" for name in rule.needs - has]
    found += [f"{element.tag} may have no {name}" for name in has - rule.needs - rule.others]
    found += [f"{element.tag} may hold no {child.tag}" for child in element if child.tag not in rule.children]
    texts = [element.text, *(child.tail for child in element)]
    if not rule.text and any((one or "").strip() for one in texts):
        found.append(f"{element.tag} may hold no text")
    if element.tag in ("testsuite", "testsuites") and not _TIME.fullmatch(element.get("time", "")):
        found.append(f"{element.get('time')} is no time")
    return found


@dataclass(frozen=True)
class Shown:
    """A test as GitLab shows it."""

    suite: str
    name: str
    status: str
    text: str


def gitlab(text: str) -> list[Shown]:
    """What GitLab shows: the text of elements, and of tests with the same names the first alone. Raises ValueError for
    what it would take for something else.
    """
    found: dict[tuple[str, str], Shown] = {}
    for case in ElementTree.fromstring(text.encode()).iter("testcase"):
        if any(one.get("type") in _RAILS for one in case):
            raise ValueError("a type that Rails has parsed as such")
        if any("[[attachment|" in (one.text or "").lower() for one in case):
            raise ValueError("a link to a file")
        kinds = [one for one in case if one.tag in ("failure", "error", "skipped")]
        status = kinds[0].tag if kinds else "success"
        shown = Shown(case.get("classname", ""), case.get("name", ""), status, (kinds[0].text or "") if kinds else "")
        found.setdefault((shown.suite, shown.name), shown)
    return list(found.values())
