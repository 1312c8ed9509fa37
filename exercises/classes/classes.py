"""A person: checked, read from a text, shown, compared."""


class Person:
    """Somebody with a name, which stays, and an age, which is never negative."""

    def __init__(self, name: str, age: int) -> None:
        raise NotImplementedError

    @property
    def name(self) -> str:
        raise NotImplementedError

    @property
    def age(self) -> int:
        raise NotImplementedError

    @age.setter
    def age(self, age: int) -> None:
        """Raise ValueError if `age` is negative, and keep the old one then."""
        raise NotImplementedError

    def celebrate_birthday(self) -> None:
        """Become one year older."""
        raise NotImplementedError

    @staticmethod
    def is_adult(age: int) -> bool:
        """Say whether somebody of that age is an adult."""
        raise NotImplementedError

    @classmethod
    def from_string(cls, text: str) -> "Person":
        """Make a person of `NAME-AGE`; raise ValueError if that is not what the text is."""
        raise NotImplementedError

    def __repr__(self) -> str:
        raise NotImplementedError

    def __str__(self) -> str:
        raise NotImplementedError

    def __eq__(self, other: object) -> bool:
        raise NotImplementedError

    def __hash__(self) -> int:
        raise NotImplementedError

    def __lt__(self, other: object) -> bool:
        """Compare by age, then by name. (There are three more of these, and a decorator that writes them.)"""
        raise NotImplementedError
