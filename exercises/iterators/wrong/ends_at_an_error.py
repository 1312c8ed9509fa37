"""Taking an error for the end of the items

Whoever adds up the sums gets a result that looks complete and is not. What is raised by the source belongs to
whoever asked.

Fails: TestPairwiseSum::test_passes_an_error_on
"""


def pairwise_sum(iterable):
    try:
        for before, after in pairwise(iterable):
            yield before + after
    except Exception:
        return
