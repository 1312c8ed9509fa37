"""Rounding with round

round takes a half to the even neighbour, 0.125 to 0.12 and 0.135 to 0.14. On a bill half a cent goes up; quantize
takes the way of rounding as an argument.

Fails: TestTotalPrice::test_rounds_the_result_alone
"""


def total_price(prices, percent=0):
    net = sum(Decimal(str(price)) for price in prices)
    return round(net * (100 + Decimal(str(percent))) / 100, 2)
