"""How much may cross between judge and jail at once, and how deep it may be: docs/toolkit.md says so, too."""

MAX_FRAME = 1 << 20  # bytes: an attempt with its scenarios crosses in one
MAX_ANSWER = 1 << 18  # bytes of what the jail says, some sixty times the largest honest answer that is known
MAX_DEPTH = 64
MAX_TEXT = 2_000  # characters of an exception's message
MAX_LINES = 20  # traceback lines of one exception
MAX_CHAIN = 4  # causes of causes
# Chosen integers beyond 64 bits, and tuples of them, collide in a set or dict at will: 20,000 of
# them cost the receiver two seconds, so a frame may hold few.
MAX_COLLIDING = 2_000
# Of one answer: five times the largest honest one that is known. A value takes up to half a kilobyte of the judge,
# which holds several answers at once.
MAX_VALUES = 20_000
MAX_PARTS = 4 * MAX_VALUES  # what MessagePack counts: a tuple is a map, its tag, a list, and what is in it
SAFE_FRAME = 1 << 14  # bytes: a smaller frame can't hold enough keys to matter
MAX_INT_DIGITS = 20_000  # hexadecimal
MAX_FRACTION_DIGITS = 1_000  # hexadecimal, of either part: the receiver looks for a common divisor
MAX_DECIMAL_DIGITS = 1_000
MAX_DECIMAL_EXPONENT = 10_000  # `int` of a Decimal writes that many zeros
MAX_FIELDS = 200  # of one object with named fields
MAX_NAME = 200  # characters of a class's or a field's

LEAST, MOST = -(1 << 63), (1 << 63) - 1  # the integers that MessagePack has
