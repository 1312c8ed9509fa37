"""Adults above 18

From 18 on means that 18 itself is in: >= and not >.

Fails: TestAge::test_tells_adults
"""

Person.is_adult = staticmethod(lambda age: age > 18)
