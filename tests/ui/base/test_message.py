"""Messages with fields."""

import pytest

from relroute_tui.ui.base.message import Message


class Moved(Message):
    """Somebody comes or leaves."""

    who: str
    here: bool


class Onward(Message):
    """Nothing to say but that."""


def test_a_message_takes_its_fields_by_place_and_by_name():
    moved = Moved("p-anna", here=True)
    assert (moved.who, moved.here) == ("p-anna", True)
    assert not Moved("p-anna", False).here
    assert Onward().time


@pytest.mark.parametrize(
    ("places", "named"),
    [((), {}), (("p",), {}), (("p", True, 3), {}), (("p",), {"who": "q"}), (("p",), {"gone": 1})],
)
def test_a_message_takes_no_other(places, named):
    with pytest.raises(TypeError, match="who, here"):
        Moved(*places, **named)
