"""One finished text in args

An exception is copied and unpickled by calling its class with its args. With one text in it, the call lacks a second
argument. Give both to super().__init__.

Fails: TestValidation::test_error_can_be_copied, TestValidation::test_error_can_be_pickled
"""


class ValidationError(Exception):
    def __init__(self, field, message):
        self.field = field
        self.message = message
        super().__init__(f"{field}: {message}")
