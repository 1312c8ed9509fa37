"""Looking for a blank

White space is more than the blank: tabs, line feeds, non-breaking spaces. str.isspace knows them, and so does \\s.

Fails: TestValidation::test_validates_emails
"""


def validate_email(email):
    local, *domains = email.split("@")
    if len(domains) != 1 or not local or " " in email:
        raise ValidationError("email", "is no address")
    parts = domains[0].split(".")
    if len(parts) < 2 or not all(parts):
        raise ValidationError("email", "has no domain")
