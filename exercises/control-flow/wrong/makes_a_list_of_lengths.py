"""Writing square brackets

Square brackets make a list, in which every length stands as often as there are such words; curly ones make a set.

Fails: TestComprehensions::test_collects_lengths
"""


def unique_lengths(words):
    return [len(word) for word in words]
