"""Taking the end of the items for the target

Whoever asked can't tell a result that is whole from one whose target never came. The else of the loop is the
place to say so.

Fails: TestProcessUntil::test_says_that_the_target_did_not_come
"""


def process_until(items, target, skip, process):
    results = []
    for item in items:
        if item == target:
            break
        if item != skip:
            results.append(process(item))
    return results
