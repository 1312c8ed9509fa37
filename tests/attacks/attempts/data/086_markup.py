"""Markup for a terminal library, HTML, Markdown and a spreadsheet formula, in messages and output.

Exercise: decorators
Expect: 0 points, failed
"""

# The trick.
MARKUP = "[bold red]x[/] [/nothing] <script>alert(1)</script> </details> | `x` ![](http://x) =cmd()|'x'!A1"


def trick():
    print(MARKUP)
    raise ValueError(MARKUP)


# The attempt.
def timer(func):
    trick()


def cache(func):
    trick()


def retry(max_attempts=3, delay=1.0):
    trick()
