"""A lambda that looks up the loop's variable

It is looked up when the button is pressed. Then the loop is over, and all buttons find the last label. Let each have a
label of its own, by partial, or by a function that makes it.

Fails: TestState::test_each_button_has_its_own_label
"""


def make_buttons(labels, press):
    return {label: lambda *args, **kwargs: press(label, *args, **kwargs) for label in labels}
