"""A method by its name

The name that a function was given need not be the one by which its class has it, and a subclass may have
another under that name. Keep the function.

Fails: TestSignal::test_knows_methods_and_objects
"""


def find_by_name(method):
    find, name = ref(method.__self__), method.__name__
    return lambda: getattr(find(), name, None)


def connect(self, receiver):
    if not any(_same(one, receiver) for one in self._receivers()):
        self._references.append((find_by_name if isinstance(receiver, MethodType) else ref)(receiver))


Signal.connect = connect
