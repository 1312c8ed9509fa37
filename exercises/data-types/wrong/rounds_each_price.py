"""Rounding each price

Every rounding is off by up to half a cent, and many of them add up. Keep everything exact and round the
result.

Fails: TestTotalPrice::test_rounds_the_result_alone
"""


def total_price(prices, percent=0):
    factor = (100 + Decimal(str(percent))) / 100
    parts = [(Decimal(str(price)) * factor).quantize(_CENT, rounding=ROUND_HALF_UP) for price in prices]
    return sum(parts, Decimal("0.00"))
