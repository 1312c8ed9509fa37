"""Leaving the zeros behind the point to chance

5 and 5.00 are equal, but a bill shows cents. quantize rounds to two places and fills up to two as well.

Fails: TestTotalPrice::test_has_two_places
"""


def total_price(prices, percent=0):
    net = sum((Decimal(str(price)) for price in prices), Decimal())
    gross = net * (100 + Decimal(str(percent))) / 100
    cents = gross.quantize(_CENT, rounding=ROUND_HALF_UP)
    return cents if cents % 1 else cents.to_integral_value()
