"""Rounding the sum before the tax is added

What was rounded away would have been taxed as well, and rounding twice can lift a number that lies below the
half over it. Round once, at the end.

Fails: TestTotalPrice::test_rounds_the_result_alone
"""


def total_price(prices, percent=0):
    net = sum(Decimal(str(price)) for price in prices)
    net = Decimal(net).quantize(_CENT, rounding=ROUND_HALF_UP)
    return (net * (100 + Decimal(str(percent))) / 100).quantize(_CENT, rounding=ROUND_HALF_UP)
