"""Stripping before looking

The caller keeps the text with its white space, although it passed the check. A check that mends something mends it
for itself alone.

Fails: TestValidation::test_validates_emails
"""

import re


def validate_email(email):
    if not re.fullmatch(r"[^@\s]+@[^@\s.]+(\.[^@\s.]+)+", email.strip()):
        raise ValidationError("email", "is no address")
