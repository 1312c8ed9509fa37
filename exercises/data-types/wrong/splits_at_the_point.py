"""Taking an amount apart at its point

str of a Decimal may have an exponent and no point: ten can be "1E+1". Leave the reading to Decimal, or write the
amount with format(amount, "f") first.

Fails: TestTotalPrice::test_adds_exactly
"""


def ten_thousandths(amount):
    whole, _, places = str(amount).partition(".")
    return int(whole) * 10_000 + int(places.ljust(4, "0"))


def total_price(prices, percent=0):
    gross = sum(map(ten_thousandths, prices)) * (1_000_000 + ten_thousandths(percent))
    return (Decimal(gross) / 10**10).quantize(_CENT, rounding=ROUND_HALF_UP)
