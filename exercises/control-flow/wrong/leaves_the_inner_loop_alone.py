"""A break that leaves one of two loops

It ends the loop over the cells; the one over the rows goes on, pulls them all, and the last place found wins. return
leaves both.

Fails: TestFindCell::test_finds_the_first, TestFindCell::test_pulls_nothing_behind_it
"""


def find_cell(rows, wanted):
    place = None
    for row, cells_of_row in enumerate(rows):
        for column, cell in enumerate(cells_of_row):
            if cell == wanted:
                place = row, column
                break
    return place
