"""The JSON of tables is that of the tables, whatever was kept of the ones before."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relroute_tui.storage import json_of_tables
from relroute_tui.storage.json_of_tables import JsonOfTables

DOCUMENTS = st.fixed_dictionaries(
    {"notes": st.text(max_size=5)},
    optional={
        "present": st.lists(st.text(max_size=3)),
        "finished": st.none() | st.text(),
        "minutes": st.integers(-9, 9),
    },
)
NUMBERS = st.sampled_from(["1", "2", "3"])
TABLES = st.dictionaries(
    st.sampled_from(["about", "meetings", 'a "table"']),
    st.dictionaries(NUMBERS, DOCUMENTS),
)


@given(st.lists(TABLES))
def test_it_is_the_json_of_each_tables_in_turn(several):
    encoder = JsonOfTables()
    for tables in several:
        assert json.loads(encoder.of(tables)) == tables


def test_only_the_document_that_changed_is_made_anew(monkeypatch):
    made = []
    encode = json_of_tables.msgspec.json.encode
    encoder = JsonOfTables()
    tables = {"meetings": {str(number): {"notes": f"over {number}"} for number in range(50)}}
    encoder.of(tables)
    monkeypatch.setattr(
        json_of_tables.msgspec.json, "encode", lambda what: [made.append(what), encode(what)][1]
    )
    changed = {"meetings": {**tables["meetings"], "7": {"notes": "iets anders"}}}
    assert json.loads(encoder.of(changed)) == changed
    assert [each for each in made if "notes" in each] == [{"notes": "iets anders"}]


def test_what_could_not_be_made_json_of_leaves_nothing_wrong_behind():
    encoder = JsonOfTables()
    good = {"meetings": {"1": {"notes": "een"}, "2": {"notes": "twee"}}}
    encoder.of(good)
    with pytest.raises(TypeError):
        encoder.of({"meetings": {"1": {"notes": object()}, "2": {"notes": "twee"}}})
    assert json.loads(encoder.of(good)) == good
