"""A default that a keyword can overwrite

label=label keeps each label, but as a parameter: who calls with a keyword `label` changes it instead of handing it
on. partial, or a function in a function, has no such parameter.

Fails: TestState::test_each_button_has_its_own_label
"""


def make_buttons(labels, press):
    return {label: lambda *args, label=label, **kwargs: press(label, *args, **kwargs) for label in labels}
