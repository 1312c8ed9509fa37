"""Keeping an unfinished batch beyond an error

After an error the squares of the unfinished list are lost. Kept in an attribute they come out
when somebody asks once more, as if the data had simply ended.

Fails: TestProcessDataPipeline::test_passes_an_error_of_the_source_on
"""


def process_data_pipeline(data, batch_size=10):
    if batch_size < 1:
        raise ValueError(f"batch_size must be at least 1, not {batch_size}")
    evens = (item for item in data if item % 2 == 0)
    squares = (item**2 for item in evens)
    return Batches(squares, batch_size)


class Batches:
    def __init__(self, items, size):
        self.items = items
        self.size = size
        self.batch = []

    def __iter__(self):
        return self

    def __next__(self):
        for item in self.items:
            self.batch.append(item)
            if len(self.batch) == self.size:
                break
        if not self.batch:
            raise StopIteration
        batch, self.batch = self.batch, []
        return batch
