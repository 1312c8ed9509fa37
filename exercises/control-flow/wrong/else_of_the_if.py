"""An else that belongs to the if

Below the if it runs for every item that is not the target, so the first one already ends everything. An else
that stands below the for runs when the loop came to its end by itself.

Fails: TestProcessUntil::test_ends_at_the_target, TestProcessUntil::test_says_that_the_target_did_not_come,
    TestProcessUntil::test_processes_many
"""


def process_until(items, target, skip, process):
    results = []
    for item in items:
        if item == target:
            break
        elif item == skip:
            continue
        else:
            results.append(process(item))
            raise LookupError(f"{target!r} did not come")
    return results
