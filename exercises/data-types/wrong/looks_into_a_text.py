"""Asking a text as if it were a set

`in` asks a text for pieces of it: "ab" is in "abc", and so is "". A loop over a text gives its letters. Make a set of
whatever comes.

Fails: TestMerging::test_takes_the_letters_of_a_text
"""


def in_common(first, second):
    if isinstance(second, str):
        return [item for item in dict.fromkeys(first) if str(item) in second]
    wanted = set(second)
    return [item for item in dict.fromkeys(first) if item in wanted]
