"""No super().__init__

Without it args holds only what was given by position, and an error that was made by name can't be copied.

Fails: TestValidation::test_error_can_be_copied, TestValidation::test_error_can_be_pickled
"""


class ValidationError(Exception):
    def __init__(self, field, message):
        self.field = field
        self.message = message

    def __str__(self):
        return f"{self.field}: {self.message}"
