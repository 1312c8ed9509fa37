"""Going through the words twice

zip takes a word for the key and the next one for the length, if the words can be gone through only once. One loop
gives both.

Fails: TestComprehensions::test_measures_each_word
"""


def word_lengths(words):
    return dict(zip(words, map(len, words)))
