"""A __reduce__ that names its own class

A copy of a subclass becomes an object of the base class. type(self) is the class that it has.

Fails: TestValidation::test_error_can_be_copied
"""


class ValidationError(Exception):
    def __init__(self, field, message):
        super().__init__(f"{field}: {message}")
        self.field = field
        self.message = message

    def __reduce__(self):
        return ValidationError, (self.field, self.message), vars(self)
