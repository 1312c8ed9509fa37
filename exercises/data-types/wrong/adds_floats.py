"""Adding up money in floats

A float is the nearest binary fraction, and most cents have none of their own: halves fall to the wrong side,
and large amounts lose their cents. A Decimal made from the text is exact.

Fails: TestTotalPrice::test_adds_exactly
"""


def total_price(prices, percent=0):
    total = sum(float(price) for price in prices)
    return Decimal(f"{total * (1 + float(percent) / 100):.2f}")
