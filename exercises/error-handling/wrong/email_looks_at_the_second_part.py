"""Looking at what is behind the first @

split("@")[1] lies between the first @ and the second one: whatever comes after that is never looked at. Count the
parts.

Fails: TestValidation::test_validates_emails
"""


def validate_email(email):
    if "@" not in email:
        raise ValidationError("email", "must contain an @")
    if "." not in email.split("@")[1]:
        raise ValidationError("email", "has no domain")
