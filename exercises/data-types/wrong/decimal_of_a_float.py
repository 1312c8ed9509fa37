"""Making a Decimal of a float

Decimal(0.1) has the 55 digits of the binary fraction next to 0.1. str(0.1) is "0.1", and a Decimal of that is ten
cents.

Fails: TestTotalPrice::test_adds_exactly
"""


def total_price(prices, percent=0):
    net = sum(Decimal(price) for price in prices)
    return (net * (100 + Decimal(percent)) / 100).quantize(_CENT, rounding=ROUND_HALF_UP)
