"""Calling instead of handing on a function

press(label) is called while the buttons are made, and a button is what it returned. A function that calls it later is
made by partial, def or lambda.

Fails: TestState::test_each_button_has_its_own_label
"""


def make_buttons(labels, press):
    results = {label: press(label) for label in labels}
    return {label: lambda *args, label=label, **kwargs: results[label] for label in labels}
