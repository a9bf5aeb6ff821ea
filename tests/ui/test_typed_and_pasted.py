"""Whatever is typed or pasted into a field stands there, whole."""

import pytest

FAMILY_EMOJI = "\U0001f468\u200d\U0001f469\u200d\U0001f467"


@pytest.mark.parametrize(
    ("pasted", "kept"),
    [
        ("we appen Noor\nen anders de week erna", "we appen Noor en anders de week erna"),
        ("\r\n  we appen\r\n\r\n  Noor \r", "we appen Noor"),
        ("we appen\u2028Noor", "we appen Noor"),
        ("\n", ""),
    ],
)
async def test_all_lines_of_a_paste_come_into_a_field_of_one_line(one_family, pasted, kept):
    async with one_family.at_meeting() as window:
        await window.type("Anna belt")
        await window.press("ctrl+g")
        window.app.screen.query_one("#if-not").focus()
        await window.paste(pasted)
        assert window.app.screen.query_one("#if-not").value == kept


async def test_a_paste_takes_the_place_of_what_is_selected(one_family):
    async with one_family.at_meeting() as window:
        await window.type("Anna belt")
        await window.press("ctrl+g")
        await window.fill_in("#if-not", "we bellen")
        await window.press("shift+home")
        await window.paste("we appen\nNoor")
        assert window.app.screen.query_one("#if-not").value == "we appen Noor"


@pytest.mark.parametrize(
    "text",
    ["می\u200cخواهم", FAMILY_EMOJI, "om\u00a010\u202fuur", "soft\u00adhyphen", "\u2066Sam\u2069"],
    ids=["half space", "emoji", "no-break space", "soft hyphen", "isolated"],
)
async def test_what_cannot_be_seen_is_kept_as_it_was_typed(one_family, text):
    async with one_family.at_meeting() as window:
        await window.type(text)
        assert window.notes == text
        await window.press("f4", "ctrl+g")
        await window.fill_in("#if-not", text)
        assert window.app.screen.query_one("#if-not").value == text
    assert one_family.on_disk().meetings[0].notes == f"- [ ] {text}"


@pytest.mark.parametrize(
    ("pasted", "kept"),
    [
        ("een \x1b[31mrood\x1b[0m huis", "een [31mrood[0m huis"),
        ("\x00Anna\x07 belt\x7f \x9bSam", "Anna belt Sam"),
        ("Anna\x0bbelt\x0cSam\x85Noor\u2028Kees", "Anna\nbelt\nSam\nNoor\nKees"),
        ("Anna\tbelt\r\nSam", "Anna\tbelt\nSam"),
    ],
    ids=["colours of a terminal", "control characters", "line ends of others", "tab"],
)
async def test_what_has_no_looks_stays_out_and_every_letter_comes_in(one_family, pasted, kept):
    async with one_family.at_meeting() as window:
        await window.paste(pasted)
        assert window.notes == kept
        await window.press("f4", "ctrl+g")
        window.app.screen.query_one("#if-not").focus()
        await window.paste(pasted)
        assert window.app.screen.query_one("#if-not").value == " ".join(kept.split("\n"))


async def test_a_key_that_types_nothing_types_nothing(one_family):
    async with one_family.at_meeting() as window:
        await window.press("f12", "ctrl+end", "a")
        assert window.notes == "a"


async def test_a_line_feed_is_the_enter_that_it_stands_for(one_family):
    """So it comes from dictation, from tmux, and from who typed before there was a window."""
    async with one_family.at_meeting() as window:
        await window.type("Anna")
        window.strike("ctrl+j", "\n")
        await window.type("Kees")
        assert window.notes == "Anna\nKees"


LONG = "En dan gaan we eerst een keer samen kijken, zonder haast, hoe dat voor iedereen is. " * 9


async def test_own_words_may_be_as_long_as_they_are(one_family):
    async with one_family.at_meeting() as window:
        await window.paste("- [ ] Anna belt Zwaluw op zondag. @Anna")
        await window.round_off()
        await window.press("3")
        await window.paste(LONG)
        await window.press("enter", *"11111", "f9")
        await window.sees("Slotrondje")
        await window.press("4", "tab")
        await window.paste(LONG)
        await window.press("f9", "f9")
        await window.until(lambda: window.screen_name == "RouteScreen")
    (meeting,) = one_family.on_disk().meetings
    assert meeting.agreements[0].responses[0].words == LONG.strip()
    assert meeting.check_outs[0].word == LONG.strip()
