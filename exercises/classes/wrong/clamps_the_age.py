"""Making a negative age 0

The caller has made a mistake and is not told: the wrong age becomes another wrong age. Raise ValueError.

Fails: TestAge::test_is_never_made_with_a_negative_age, TestAge::test_refuses_a_negative_age
"""

Person.age = property(lambda self: self._age, lambda self, age: setattr(self, "_age", max(age, 0)))
