"""Constants: one off, the other truth value, another text."""


def test_number(changes):
    assert changes("x = 3", "number") == ["`x = 3` -> `x = 4`", "`x = 3` -> `x = 2`"]
    assert changes("x = 0.5", "number") == ["`x = 0.5` -> `x = 1.5`", "`x = 0.5` -> `x = -0.5`"]


def test_a_truth_value_is_no_number(changes):
    assert changes("x = True", "number") == []
    assert changes("x = True", "boolean-flip") == ["`x = True` -> `x = False`"]
    assert changes("x = False", "boolean-flip") == ["`x = False` -> `x = True`"]


def test_text(changes):
    assert changes("x = 'a'", "text") == ["`x = 'a'` -> `x = ''`"]
    assert changes("x = ''", "text") == ["`x = ''` -> `x = 'mutant'`"]
    assert changes("x = b'a'", "text") == ["`x = b'a'` -> `x = b''`"]


def test_the_parts_of_an_f_string(changes):
    assert changes("x = f'{a}, {b:.2f}'", "text") == [
        "`x = f'{a}, {b:.2f}'` -> `x = f'{a}{b:.2f}'`",
        "`x = f'{a}, {b:.2f}'` -> `x = f'{a}, {b:}'`",
    ]


def test_drop_conversion(changes):
    assert changes("x = f'{a!r}{b}'", "drop-conversion") == ["`x = f'{a!r}{b}'` -> `x = f'{a}{b}'`"]
