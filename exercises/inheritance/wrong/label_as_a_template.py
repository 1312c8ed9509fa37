"""Filling in a text that holds somebody's label

Only a text that you wrote yourself is a template. With braces in the label, format fills them in as well, or fails
on them.

Fails: TestBird::test_stands_in_front_of_any_shape
"""


class Flyable:
    def __init__(self, *args, speed=10, **rest):
        super().__init__(*args, **rest)
        self.speed = speed

    def fly(self):
        return f"Flying at {self.speed}!"

    def describe(self):
        return (super().describe() + ", flies at {}").format(self.speed)
