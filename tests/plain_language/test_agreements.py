"""Findings about an agreement: would a mother know what will happen?"""

import pytest

from relroute_tui.domain.notes.parsing import agreement_lines
from relroute_tui.plain_language import Kind, Rule, agreement_findings, findings

NAMES = ("Anna", "Petra", "Sam", "Oma Ans")


def _found(sentence, rules, names=NAMES, **known):
    return [
        (finding.rule, finding.found)
        for finding in findings(sentence, rules, Kind.AGREEMENT, names, **known)
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "Anna belt Sam regelmatig, elke woensdag om 19.00 uur.",
        "Petra belt zo snel mogelijk, uiterlijk vrijdag, met Anna.",
        "Oma komt af en toe eten: elke eerste zondag van de maand.",
        "Anna gaat soms mee naar paardrijden: op 2 en 16 april.",
        "Petra houdt Anna elke week op de hoogte.",
        "Sam probeert zondag bij Anna de nieuwe fiets uit.",
        "Anna belt niet later dan acht uur.",
        "Lukt het niet, dan appt Anna naar Petra.",
    ],
)
def test_a_vague_word_is_fine_when_the_sentence_says_it_exactly(sentence, dutch):
    assert _found(sentence, dutch) == []


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("Anna belt Sam regelmatig.", "regelmatig"),
        ("Oma komt soms op zondag eten.", "soms"),
        ("Petra stuurt zo snel mogelijk een foto.", "zo snel mogelijk"),
        ("We proberen elke woensdag te bellen.", "We proberen"),
        ("Indien nodig belt Petra op maandag de dokter.", "Indien nodig"),
        ("Petra en Anna doen hun best om aardig te zijn.", "doen hun best"),
        ("Iemand belt Anna vrijdag om tien uur.", "Iemand"),
        ("Petra praat er in overleg met Anna over op 3 mei.", "in overleg"),
    ],
)
def test_a_vague_word_that_no_day_mends(sentence, found, dutch):
    assert _found(sentence, dutch) == [(Rule.VAGUE, found)]


def test_a_day_in_another_sentence_says_nothing_about_this_one(dutch):
    sentence = "Anna belt regelmatig. Sam slaapt elke zaterdag bij oma."

    assert _found(sentence, dutch) == [(Rule.VAGUE, "regelmatig")]


def test_a_day_about_something_else_in_the_sentence_does_not_count(dutch):
    sentence = "Petra praat te zijner tijd met Anna over de zomervakantie."

    assert _found(sentence, dutch) == [(Rule.VAGUE, "te zijner tijd")]


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("Anna rings Sam regularly.", "regularly"),
        ("We will try to ring on Wednesday.", "We will try"),
        ("Gran sometimes comes on Sunday.", "sometimes"),
        ("Ruth sends the photo as soon as possible.", "as soon as possible"),
    ],
)
def test_vague_words_in_english(sentence, found, english):
    assert _found(sentence, english) == [(Rule.VAGUE, found)]


@pytest.mark.parametrize(
    "sentence",
    [
        "As soon as Sam is home, Anna rings Ruth.",
        "Anna rings Sam regularly: every Wednesday at 19.00.",
        "Anna rings as soon as possible, before Friday.",
        "If someone is late, they ring the other.",
        "Paul works on Saturday and Sam helps him.",
        "Sam tries on the shoes with Anna on Saturday.",
    ],
)
def test_near_vague_english_is_fine(sentence, english):
    assert _found(sentence, english) == []


@pytest.mark.parametrize(
    "sentence",
    ["Elke zondag om 18.00 uur bellen.", "Foto's gaan op vrijdag in de groepsapp."],
)
def test_nobody_does_it(sentence, dutch):
    ((rule, _),) = _found(sentence, dutch)
    (finding,) = findings(sentence, dutch, Kind.AGREEMENT, NAMES)

    assert rule is Rule.VAGUE
    assert "does not say who does it" in finding.remedy
    assert finding.alternatives == ()


@pytest.mark.parametrize(
    "sentence",
    [
        "De knuffel gaat heen en terug in de rugzak.",
        "De kat krijgt brokjes.",
        "Tot 1 september wisselen de kleren elke vrijdag in de rode tas.",
        "Het licht op de gang blijft de hele nacht aan.",
    ],
)
def test_a_thing_needs_nobody_and_no_day(sentence, dutch):
    assert _found(sentence, dutch) == []


@pytest.mark.parametrize(
    "sentence",
    ["De sfeer komt terug.", "Er komt een rooster.", "De bezoeken moeten langer worden."],
)
def test_a_mood_does_nothing_by_itself(sentence, dutch):
    assert [rule for rule, _ in _found(sentence, dutch)] == [Rule.VAGUE]


def test_a_team_beside_somebody_who_does_it_leaves_nothing_open(dutch, english):
    assert (
        _found("Petra stuurt het verslag vrijdag naar de instelling.", dutch)[0][0] is Rule.JARGON
    )
    assert _found("Anna takes the form to someone from school on Friday.", english) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "anna belt elke dag om zeven uur.",
        "De juf belt elke dag om zeven uur.",
        "Menno belt elke dag om zeven uur.",
        "We bellen elke dag om zeven uur.",
        "Anna's beurt is op zondag.",
    ],
)
def test_somebody_does_it(sentence, dutch):
    assert _found(sentence, dutch) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "Petra belt de school over de gymles.",
        "Oma koopt een nieuwe fiets voor Sam.",
        "De voogd vraagt de rechter om een langere vakantie.",
    ],
)
def test_nobody_knows_when(sentence, dutch):
    (finding,) = findings(sentence, dutch, Kind.AGREEMENT, NAMES)

    assert finding.rule is Rule.VAGUE
    assert "does not say when" in finding.remedy
    assert _found(sentence, dutch, says_when=True) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "Sam mag zijn hond meenemen naar oma.",
        "Anna beslist over de kapper.",
        "Petra rookt niet in de auto.",
        "Oma bewaart de foto's in de witte doos.",
        "Petra betaalt de zwemles, Anna de gymkleren.",
        "Na elk bezoek appt Petra een foto.",
        "Bij koorts belt Petra naar Anna.",
        "Als Sam jarig is, bakt Petra een taart.",
        "Met Pasen eet Sam bij oma.",
    ],
)
def test_a_right_a_ban_a_choice_and_a_sign_need_no_day(sentence, dutch):
    assert _found(sentence, dutch) == []


def test_no_day_settles_what_waits_for_some_time(dutch, english):
    assert _found("Over een poosje praten Petra en Anna daar op maandag over.", dutch) == [
        (Rule.VAGUE, "Over een poosje")
    ]
    assert _found("Once there is a place, Sam swims on Monday.", english) == [
        (Rule.VAGUE, "Once there is")
    ]


def test_what_someone_says_in_quotation_marks_binds_nobody(dutch):
    assert _found("Petra schrijft vandaag op: “Sam probeert het zelf”.", dutch) == []


def test_someone_who_is_only_spoken_about_does_not_do_it(dutch, english):
    assert _found("Elke zondag bellen met Anna.", dutch) == [
        (Rule.VAGUE, "Elke zondag bellen met Anna")
    ]
    assert _found("A phone call with Anna every Sunday.", english) == [
        (Rule.VAGUE, "A phone call with Anna every Sunday")
    ]


def test_someone_counts_only_when_they_do_it(dutch, english):
    assert _found("Anna mag iemand meenemen naar het bezoek.", dutch) == []
    assert _found("Op vrijdag belt iemand met Anna.", dutch) == [(Rule.VAGUE, "iemand")]
    assert _found("Anna may bring someone on Sunday.", english) == []
    assert _found("On Friday someone rings Anna.", english) == [(Rule.VAGUE, "someone")]


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("Oma of de buurvrouw haalt Sam zaterdag om tien uur.", "Oma of de buurvrouw"),
        ("Anna is voortaan wat rustiger.", "wat rustiger"),
        ("Zodra het Anna uitkomt, belt ze op zondag.", "Zodra het Anna uitkomt"),
        ("Anna haalt Sam zaterdag, als ze eraan denkt.", "als ze eraan denkt"),
    ],
)
def test_a_choice_a_degree_and_a_feeling_leave_it_open(sentence, found, dutch):
    assert _found(sentence, dutch) == [(Rule.VAGUE, found)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Omdat Sam vaak moe is, komt Anna voortaan op zaterdag.",
        "Over de rechter wordt niet gepraat waar Sam bij is.",
        "Tot 1 mei blijft het bezoek op woensdag.",
        "Lukt het Anna niet, dan haalt oma Sam op.",
        "Petra vraagt de school of Anna het rapport krijgt, op 3 mei.",
        "Bij ruzie hangt Anna op en belt ze een kwartier later terug.",
    ],
)
def test_a_reason_a_ban_and_a_fact_leave_nothing_open(sentence, dutch):
    assert _found(sentence, dutch) == []


def test_what_stands_beside_the_sentence_counts_too(dutch):
    bellen = "Elke zondag om 18.00 uur bellen."

    assert _found(bellen, dutch, says_who=True) == []
    assert _found("Anna belt regelmatig.", dutch, says_when=True) == []


def test_one_fault_is_told_once(dutch):
    assert _found("Er wordt elke dag gebeld.", dutch) == [
        (Rule.VAGUE, "Er wordt"),
        (Rule.PASSIVE, "wordt elke dag gebeld"),
    ]
    assert _found("Indien nodig belt Petra.", dutch) == [(Rule.VAGUE, "Indien nodig")]


def test_cards_are_not_measured_as_agreements(dutch):
    assert findings("Wat doen jullie soms samen?", dutch, Kind.CARD_QUESTION) == ()


def _of_line(notes, rules):
    (line,) = agreement_lines(notes, NAMES)
    return [finding.found for finding in agreement_findings(line, rules, NAMES)]


def test_an_agreement_in_the_notes_is_checked_as_it_is_typed(dutch):
    assert _of_line("- [ ] Anna belt Sam regelmatig. #bellen", dutch) == ["regelmatig"]
    assert _of_line("- [ ] Anna belt Sam regelmatig.\n  wanneer: elke dag", dutch) == []
    assert _of_line("- [ ] Elke zondag bellen. @Anna", dutch) == []
    assert _of_line("- [ ]", dutch) == []


def test_the_notes_ask_when_by_themselves_so_the_check_does_not_ask_again(dutch):
    assert _of_line("- [ ] Petra belt de school.", dutch) == []
    assert _of_line("- [ ] Petra belt de school zo snel mogelijk.", dutch) == ["zo snel mogelijk"]


def test_a_sentence_that_begins_with_a_name_may_still_not_say_who(dutch):
    assert _of_line("- [ ] Sam wordt om vijf uur gehaald.", dutch) == ["wordt om vijf uur gehaald"]
    assert _of_line("- [ ] Sam wordt om vijf uur gehaald. @Petra", dutch) == []
