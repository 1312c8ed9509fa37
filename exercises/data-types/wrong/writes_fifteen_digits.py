"""Writing floats with fifteen digits

Fifteen digits survive in every float, and a price may have sixteen. repr, and so str, writes as many as it takes to
tell a float from its neighbours.

Fails: TestTotalPrice::test_adds_exactly
"""


def total_price(prices, percent=0):
    net = sum(Decimal(f"{price:.15g}" if isinstance(price, float) else price) for price in prices)
    gross = net * (100 + Decimal(str(percent))) / 100
    return gross.quantize(_CENT, rounding=ROUND_HALF_UP)
