"""is_adult without @staticmethod

A plain function in a class gets the person in front of its arguments as soon as it is called on a person. A
staticmethod doesn't.

Fails: TestAge::test_tells_adults
"""

Person.is_adult = lambda age: age >= 18
