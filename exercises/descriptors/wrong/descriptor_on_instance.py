"""Making the descriptor in __init__

Python looks for descriptors in the class only, so one that lies in the instance is an ordinary
object, and the next assignment replaces it. Put it into the class body.

Fails: TestClasses::test_person_checks_the_age
"""


class Person:
    def __init__(self, age):
        self.age = ValidatedAttribute(min_value=0, max_value=150)
        self.age = age
