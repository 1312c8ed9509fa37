"""What is wrong with the file itself, and what nobody types."""

from grader.learner.setting import Case, Setting

_UTF_16 = (b"\xff\xfe", b"\xfe\xff")


def encoding(case: Case) -> str | None:
    """A file that is not UTF-8."""
    return unread(case.setting)


def unread(setting: Setting) -> str | None:
    """The same where the attempt was not even judged."""
    if setting.source.startswith(_UTF_16):
        return f"{setting.file} is saved as UTF-16: choose UTF-8 in your editor, and save it again."
    try:
        setting.source.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = setting.source.count(b"\n", 0, error.start) + 1
        return (
            f"{setting.file} is saved in another encoding, as line {line} shows: choose UTF-8 in your editor, and save "
            "it again."
        )
    return None


def input_at_a_check(case: Case) -> str | None:
    """`input()`, which finds its end at once."""
    if case.kind != "EOFError" or case.said != "EOF when reading a line" or "input" not in case.calls or case.is_own:
        return None
    if case.at_import:
        return "input() gets nothing here: nobody types during a check. Take it out of what runs at import."
    return "input() gets nothing here: nobody types during a check. Take the value as an argument instead."
