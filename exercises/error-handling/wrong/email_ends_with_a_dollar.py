"""A pattern that ends with $

$ matches in front of a line feed at the end as well, so a text with a line feed is accepted. Use fullmatch, or \\Z.

Fails: TestValidation::test_validates_emails
"""

import re


def validate_email(email):
    if not re.match(r"[^@\s]+@[^@\s.]+(\.[^@\s.]+)+$", email):
        raise ValidationError("email", "is no address")
