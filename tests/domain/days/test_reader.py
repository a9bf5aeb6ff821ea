"""A day is read as people say it, in every language, and never as another day."""

import tomllib
from datetime import date, time, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relroute_tui.domain.days.in_notes import day_at
from relroute_tui.domain.days.reader import DayReading, read_day

TODAY = date(2026, 11, 24)
LANGUAGES = ("nl", "en")
TABLES = {
    language: tomllib.loads((Path(__file__).parent / f"spoken_{language}.toml").read_text("utf-8"))
    for language in LANGUAGES
}
SURE = [
    (language, said.strip(), date.fromisoformat(day))
    for language in LANGUAGES
    for day, phrases in TABLES[language]["days"].items()
    for said in phrases.replace("\n", " ").split(";")
]
ASKS = [
    (language, said, tuple(map(date.fromisoformat, days)))
    for language in LANGUAGES
    for said, days in TABLES[language]["asks"].items()
]
WITH_HOURS = [
    (language, said, DayReading(date.fromisoformat(day), (), _at, place))
    for language in LANGUAGES
    for said, (day, at, place) in TABLES[language]["with_hours"].items()
    for _at in [time.fromisoformat(at) if at else None]
]


@pytest.mark.parametrize("language", LANGUAGES)
def test_there_are_as_many_spoken_days_as_promised(language: str) -> None:
    said = {each[:2] for table in (SURE, ASKS, WITH_HOURS) for each in table}
    assert len([each for each in said if each[0] == language]) >= 300


def test_a_day_as_people_say_it() -> None:
    assert [(language, said, read_day(said, TODAY, language)) for language, said, _day in SURE] == [
        (language, said, DayReading(day)) for language, said, day in SURE
    ]


def test_what_is_not_sure_is_asked() -> None:
    for language, said, days in ASKS:
        found = read_day(said, TODAY, language)
        assert (found.day, sorted(found.candidates)) == (None, sorted(days)), said


@pytest.mark.parametrize(
    ("language", "said", "day"),
    [
        ("nl", "met Koningsdag", date(2027, 4, 27)),
        ("nl", "met eerste kerstdag", date(2026, 12, 25)),
        ("en", "at Christmas Eve", date(2026, 12, 24)),
        ("en", "on Easter Monday", date(2027, 3, 29)),
    ],
)
def test_a_feast_is_a_day_behind_the_word_that_goes_before_it(language, said, day) -> None:
    assert read_day(said, TODAY, language).day == day


@pytest.mark.parametrize(("language", "said"), [("nl", "kerst"), ("en", "at Christmas")])
def test_a_feast_that_has_begun_offers_no_day_that_is_over(language: str, said: str) -> None:
    on_its_second_day = read_day(said, date(2026, 12, 26), language)
    over = read_day(said, date(2026, 12, 27), language)

    assert on_its_second_day.day is None
    assert on_its_second_day.candidates == (
        date(2026, 12, 26),
        date(2027, 12, 25),
        date(2027, 12, 26),
    )
    assert over.candidates == (date(2027, 12, 25), date(2027, 12, 26))


@pytest.mark.parametrize(
    "text", ["over twee maanden op de 3e", "morgen, op de eerste", "over een maand op de 10e."]
)
def test_a_day_of_the_month_behind_a_day_is_no_place(text: str) -> None:
    assert read_day(text, TODAY, "nl").day is None
    assert read_day("morgen op de 3e verdieping", TODAY, "nl").place == "op de 3e verdieping"


def test_an_hour_and_a_place_may_stand_behind_it() -> None:
    found = [(language, said, read_day(said, TODAY, language)) for language, said, _ in WITH_HOURS]
    assert found == WITH_HOURS


@pytest.mark.parametrize(
    ("said", "language", "day"),
    [("friday", "nl", 27), ("vrijdag", "en", 27), ("overmorgen", "en", 26), ("tomorrow", "nl", 25)],
)
def test_a_day_in_another_language_is_read_too(said: str, language: str, day: int) -> None:
    assert read_day(said, TODAY, language).day == date(2026, 11, day)


@pytest.mark.parametrize(
    ("on", "language", "said", "days"),
    [
        ("2026-11-29", "nl", "volgende week donderdag", ["2026-12-03"]),
        ("2026-11-29", "en", "next week Thursday", ["2026-12-03", "2026-12-10"]),
        ("2026-11-29", "nl", "komende maandag", ["2026-11-30"]),
        ("2026-11-29", "nl", "dit weekend", ["2026-11-28", "2026-11-29"]),
        ("2026-11-29", "nl", "komend weekend", ["2026-12-05", "2026-12-06"]),
        ("2026-11-28", "en", "the coming weekend", ["2026-12-05", "2026-12-06"]),
        ("2026-11-25", "nl", "aanstaand weekend", ["2026-11-28", "2026-11-29"]),
        ("2026-11-29", "en", "first Monday in January", ["2027-01-04"]),
        ("2026-11-29", "en", "last Friday in December 2027", ["2027-12-31"]),
        ("2026-11-29", "en", "a week from Friday", ["2026-12-11"]),
        ("2026-11-29", "en", "two weeks from tomorrow", ["2026-12-14"]),
        ("2026-11-29", "en", "from Friday", ["2026-12-04"]),
        ("2026-11-29", "nl", "vanaf vrijdag", ["2026-12-04"]),
        ("2026-11-29", "nl", "Vrijdag!", ["2026-12-04"]),
        ("2026-11-29", "en", "Wednesday at 25:00", []),
        ("2026-11-29", "en", "Wednesday at 25:00 at school", []),
        ("2026-11-29", "nl", "maandag of dinsdag", []),
        ("2026-11-29", "nl", "eind volgende week", []),
        ("2026-01-31", "nl", "over een maand", ["2026-02-28"]),
        ("2026-12-31", "nl", "morgen", ["2027-01-01"]),
        ("2026-12-31", "en", "donderdag in week 1", ["2027-01-07"]),
        ("2026-11-30", "nl", "de 31e", ["2026-12-31"]),
    ],
)
def test_on_any_day(on: str, language: str, said: str, days: list[str]) -> None:
    found = read_day(said, date.fromisoformat(on), language)
    known = [found.day] if found.day else list(found.candidates)
    assert [each.isoformat() for each in known] == days


@given(st.text(max_size=60), st.dates(), st.sampled_from(LANGUAGES))
def test_whatever_is_typed_does_no_harm(text: str, today: date, language: str) -> None:
    assert isinstance(read_day(text, today, language), DayReading)
    day, end = day_at(text, today)
    assert 0 <= end <= len(text)
    assert day is None or end > 0


WORDS = sorted({word for _language, said, _day in SURE for word in said.split()})


@given(st.lists(st.sampled_from(WORDS), max_size=6).map(" ".join), st.sampled_from(LANGUAGES))
def test_any_words_for_days_in_any_order_do_no_harm(text: str, language: str) -> None:
    for today in (TODAY, date.min, date.max, date(2028, 2, 29)):
        assert isinstance(read_day(text, today, language), DayReading)
        day_at(text, today)


@pytest.mark.parametrize(
    ("text", "day", "meant"),
    [
        ("25 december samen met oma", date(2026, 12, 25), "25 december"),
        ("vrijdag @Anna", TODAY + timedelta(days=3), "vrijdag"),
        ("over twee weken, bij oma", TODAY + timedelta(days=14), "over twee weken"),
        ("in two weeks.", TODAY + timedelta(days=14), "in two weeks"),
        ("16-12-2026.", date(2026, 12, 16), "16-12-2026"),
        ("2026-12-16 #bellen", date(2026, 12, 16), "2026-12-16"),
        ("volgende week donderdag", date(2026, 12, 3), "volgende week donderdag"),
        ("32 december samen", None, "32 december"),
        ("31-02-2027 en dan", None, "31-02-2027"),
        ("volgende vrijdag bellen", None, "volgende vrijdag"),
        ("volgende keer @Anna", None, "volgende keer"),
        ("5/12", None, "5/12"),
        ("over drie potjes", None, ""),
        ("zo snel mogelijk", None, ""),
        ("ma komt", None, ""),
        ("bellen we nog", None, ""),
        ("oma", None, ""),
        ("vrijdag Jan belt", date(2026, 11, 27), "vrijdag"),
        ("vrijdag 27", date(2026, 11, 27), "vrijdag"),
        ("vrijdag na school", date(2026, 11, 27), "vrijdag"),
        ("vrijdag 13.00-14.00 uur", date(2026, 11, 27), "vrijdag"),
        ("vrijdag over drie potjes", date(2026, 11, 27), "vrijdag"),
        ("de 22e samen met oma", date(2026, 12, 22), "de 22e"),
        ("3 januari volgend jaar", date(2027, 1, 3), "3 januari volgend jaar"),
        ("Friday fortnight", date(2026, 12, 11), "Friday fortnight"),
        ("15 december 15 uur", date(2026, 12, 15), "15 december"),
        ("15 December 3 o'clock", date(2026, 12, 15), "15 December"),
        ("15 december 26 @Anna", date(2026, 12, 15), "15 december 26"),
    ],
)
def test_a_day_in_a_sentence_ends_where_it_ends(text: str, day: date | None, meant: str) -> None:
    assert day_at(text, TODAY) == (day, len(meant))


@pytest.mark.parametrize(
    "text",
    [
        *("vrijdag niet", "vrijdag jl.", "de vrijdag erna", "vrijdag een week later"),
        *("vrijdag over anderhalve week", "vrijdag 4", "zaterdag vijf", "12.30 uur"),
        *("eerste week van januari", "derde kerstdag", "vrijdag in mei", "vrijdag zaterdag"),
        *("vrijdag na de vakantie", "29-02 2027", "morgen donderdag", "15-12 of 16-12"),
        *("Friday ago", "Friday or so", "the Friday after", "first thing Monday", "29 Feb 2027"),
        *("Friday in the week of Christmas", "the 1st of each month", "Monday - Wednesday"),
        *(
            "vrijdag/zaterdag",
            "vrijdag 27 of zaterdag 28 november",
            "Feb 1 28",
            "vrijdag op zijn laatst",
        ),
        *("Friday after the holidays", "Friday a week later", "Thursday 3"),
    ],
)
def test_words_behind_a_day_that_make_it_another_are_told(text: str) -> None:
    day, end = day_at(text, TODAY)
    assert day is None
    assert end > 0
