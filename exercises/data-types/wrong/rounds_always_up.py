"""Rounding everything up

Only half a cent and more makes another cent. ROUND_UP makes one of every rest, however small.

Fails: TestTotalPrice::test_adds_exactly, TestTotalPrice::test_rounds_the_result_alone
"""

from decimal import ROUND_UP


def total_price(prices, percent=0):
    net = sum(Decimal(str(price)) for price in prices)
    return (net * (100 + Decimal(str(percent))) / 100).quantize(_CENT, rounding=ROUND_UP)
