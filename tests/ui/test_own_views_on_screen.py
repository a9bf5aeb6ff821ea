"""Anyone may put their own view beside a sentence, an agreement or a meeting, from where they are."""

from running_app import family
from textual.widgets import Select

from relroute_tui.domain.statement import Subject

CALLING = "Anna belt Zwaluw elke woensdag om 19.00 uur."


async def say(window, key: str, person: str, words: str, about: int = 0) -> None:
    """Fill in the dialog, from the key that opens it to the key that keeps it.

    `about` is the place of what it is about among what is offered.
    """
    await window.press(key)
    await window.until(lambda: window.screen_name == "MyViewDialog")
    names = [participant.name for participant in family().participants]
    window.app.screen.query_one("#by", Select).value = names.index(person)
    window.app.screen.query_one("#about", Select).value = about
    await window.settle()
    window.app.screen.query_one("#text").focus()
    await window.paste(words)
    await window.press("f4")
    await window.hears(f"De eigen kijk van {person} staat er nu bij.")


async def test_from_the_notes_to_the_route_each_view_stands_where_its_sentence_stands(one_family):
    async with one_family.at_meeting() as window:
        await window.paste(f"De zomer was druk.\n- [ ] {CALLING} @Anna\n")
        await window.press("ctrl+home")
        await say(window, "ctrl+r", "Kees", "Ik vond hem [/] rustig.")
        await window.sees("Eigen kijk: Kees", where="#notes")
        await window.press("down")
        await window.does_not_see("Eigen kijk: Kees", where="#notes")
        await say(window, "ctrl+r", "Anna", "Liever op dinsdag.")
        await window.sees("Eigen kijk: Anna", where="#agreements")
        await window.press("f9", "f9")
        await window.sees("Eigen kijk van Anna", "“Liever op dinsdag.”", where="#facts")
        await say(window, "u", "Henk", "Dat kan ook.")
        await window.sees("“Dat kan ook.”", where="#facts")
        await window.press(*["0"] * 6, *["space"] * 6, "f9", "f9", "f9")
        await window.until(lambda: window.screen_name == "RouteScreen")
        window.app.screen.query_one("#agreements").focus()
        await window.sees("Eigen kijk: Anna, Henk", where="#open")
        await window.press("h")
        await window.sees("“Liever op dinsdag.”", "“Dat kan ook.”")
        await window.press("escape")
        await say(window, "u", "Mirjam", "Ik hoor het graag.")
        window.app.screen.query_one("#meetings").focus()
        await say(window, "u", "Zwaluw", "Het duurde lang.")
        await window.press("enter")
        await window.until(lambda: window.screen_name == "ReviewScreen")
        await say(window, "u", "Anna", "Ik ook.", about=2)
        page = window.app.screen.query_one("MeetingPage")
        page.scroll_end(animate=False)
        await window.sees(
            "“Ik vond hem [/] rustig.” (over “De zomer was druk.”)",
            "“Het duurde lang.”",
            "“Ik ook.” (over “De zomer was druk.”)",
            where="#said",
        )
        await window.sees("“Ik hoor het graag.”", where="#agreed")
    route = one_family.on_disk()
    assert [(statement.by.name, statement.about.sentence) for statement in route.statements] == [
        ("Kees", "De zomer was druk."),
        ("Anna", CALLING),
        ("Henk", CALLING),
        ("Mirjam", CALLING),
        ("Zwaluw", ""),
        ("Anna", "De zomer was druk."),
    ]


async def test_it_is_not_kept_without_a_person_and_words_and_asks_before_it_is_thrown_away(
    one_family,
):
    async with one_family.at_meeting((60, 20)) as window:
        await window.press("ctrl+r", "f4")
        await window.sees("Kies van wie deze kijk is.")
        window.app.screen.query_one("#by", Select).value = 1
        await window.press("f4")
        await window.sees("Er staan nog geen woorden.")
        await window.paste("Ik zie het anders.")
        await window.press("escape")
        await window.hears("nog niet bewaard")
        await window.press("escape")
        await window.until(lambda: window.screen_name == "MeetingScreen")
    assert one_family.on_disk().statements == ()


async def test_looking_back_has_the_views_of_before_and_takes_new_ones(after_a_meeting):
    async with after_a_meeting.at_meeting() as window:
        await window.press("ctrl+b")
        await say(window, "u", "Anna", "Voor mij is het goed zo.")
        await window.sees("“Voor mij is het goed zo.”", where="#round")
        wall = window.app.screen.for_the_audience()
        assert [(each.name, each.words) for each in wall.views] == [
            ("Anna", "Voor mij is het goed zo.")
        ]
    [view] = after_a_meeting.on_disk().statements
    assert isinstance(view.about, Subject)
    assert view.about.agreement_id
