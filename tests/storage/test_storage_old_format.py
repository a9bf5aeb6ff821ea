"""A file of the first format opens, and is saved whole in the newest."""

import json
from dataclasses import replace
from pathlib import Path

from relroute_tui.domain.agenda import Step
from relroute_tui.environment import shipped
from relroute_tui.storage.route_file import FORMAT
from relroute_tui.storage.route_store import RouteStore


def first_format(path: Path) -> None:
    """The practice family as the first format had it: steps with an id and minutes only."""
    whole = json.loads((shipped("sessions") / "practice-nl.json").read_text("utf-8"))
    whole["about"]["1"]["format"] = 1
    for meeting in whole["meetings"].values():
        steps = meeting["agenda"]["steps"]
        meeting["agenda"]["steps"] = [{"id": s["id"], "minutes": s["minutes"]} for s in steps]
    path.write_text(json.dumps(whole), "utf-8")


def test_the_steps_of_an_old_meeting_have_no_words_of_their_own(tmp_path):
    first_format(tmp_path / "old.json")
    route = RouteStore(tmp_path / "old.json").load()
    assert route.meetings[0].agenda.steps[0] == Step("welcome", 5)


def test_the_next_save_brings_all_of_it_to_the_newest_format(tmp_path):
    first_format(tmp_path / "old.json")
    store = RouteStore(tmp_path / "old.json")
    changed = replace(store.load(), nickname="Sem")
    store.save(changed)
    after = json.loads((tmp_path / "old.json").read_text("utf-8"))
    assert after["about"]["1"]["format"] == FORMAT
    assert RouteStore(tmp_path / "old.json").load() == changed
