"""The questions of a first route, which is kept from the first answer on."""

from enum import StrEnum


class FirstQuestion(StrEnum):
    """A question of a first route, in the order of asking."""

    CHILD = "child"
    AGE = "age"
    LIVES_WITH = "lives-with"
    YOU = "you"
    OTHERS = "others"
