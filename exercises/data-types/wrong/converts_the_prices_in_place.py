"""Writing the Decimals over the prices

The list belongs to whoever gave it, and afterwards holds other values. Convert each price as it is added, or
make a list of your own.

Fails: TestTotalPrice::test_takes_many_prices
"""


def total_price(prices, percent=0):
    prices = prices if isinstance(prices, list) else list(prices)
    for place, price in enumerate(prices):
        prices[place] = Decimal(str(price))
    return (sum(prices) * (100 + Decimal(str(percent))) / 100).quantize(_CENT, rounding=ROUND_HALF_UP)
