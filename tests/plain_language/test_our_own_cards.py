"""Findings about a card."""

import pytest

from relroute_tui.language import use
from relroute_tui.plain_language import Kind, Rule, findings


def _rules_of(text, rules, kind=Kind.CARD_QUESTION):
    return [finding.rule for finding in findings(text, rules, kind)]


def test_a_difficult_word_comes_with_a_plainer_one(dutch):
    (finding,) = findings("Hoe evalueren jullie dat?", dutch, Kind.CARD_QUESTION)

    assert finding.rule is Rule.JARGON
    assert finding.found == "evalueren"
    assert "terugkijken" in finding.alternatives
    assert "evalueren" in finding.remedy
    assert "terugkijken" in finding.remedy


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("Wij evalueerden het bezoek.", "evalueerden"),
        ("Het bezoek is door Noor geëvalueerd.", "geëvalueerd"),
        ("Na twee evaluaties zijn wij klaar.", "evaluaties"),
        ("Er komt een evaluatiegesprek met Noor.", "evaluatiegesprek"),
        ("Noor koppelt het gesprek vrijdag terug.", "koppelt het gesprek vrijdag terug"),
        ("Noor belooft het terug te koppelen.", "terug te koppelen"),
        ("Dat is teruggekoppeld door Noor.", "teruggekoppeld"),
        ("Sam kreeg adequate hulp van Noor.", "adequate"),
        ("M.b.t. school belt Anna met de juf.", "M.b.t."),
        ("De randvoorwaarden bedenken wij samen.", "randvoorwaarden"),
        ("Geef jij daar zelf invulling aan.", "Geef jij daar zelf invulling"),
    ],
)
def test_dutch_words_are_found_in_every_form(sentence, found, dutch):
    jargon = [
        finding for finding in findings(sentence, dutch, Kind.FOLLOW_UP) if finding.rule == "jargon"
    ]

    assert [each.found for each in jargon] == [found]


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("We evaluated it with Noor.", "evaluated"),
        ("Noor is evaluating it.", "evaluating"),
        ("Noor prioritizes school.", "prioritizes"),
        ("The agencies meet on Monday.", "agencies"),
        ("We take your faith into account.", "take your faith into account"),
        ("Anna was adequately helped by Noor.", "adequately"),
    ],
)
def test_english_words_are_found_in_every_form(sentence, found, english):
    jargon = [
        finding
        for finding in findings(sentence, english, Kind.FOLLOW_UP)
        if finding.rule == "jargon"
    ]

    assert [each.found for each in jargon] == [found]


@pytest.mark.parametrize(
    "sentence",
    [
        "De borg voor de fiets is 50 euro.",
        "De monitor van oma is stuk.",
        "Sam vindt een plaats aan tafel.",
        "Petra doet een groot deel van de was.",
        "Jeroen stelt de wekker, Sam staat vast op.",
        "Sam stemt in de klas op vrijdag over het uitje.",
        "Tante Indra heeft contactlenzen.",
    ],
)
def test_a_word_that_only_looks_difficult_is_left_alone(sentence, dutch):
    assert _rules_of(sentence, dutch) == []


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("Wat vond je van de EMDR?", ["EMDR"]),
        ("Wat zei de RvdK tegen jou?", ["RvdK"]),
        ("Wat keek je gisteren op TV?", []),
        ("WAT VOND JE VAN DE DAG?", []),
        ("Wat vond IRIS van de soep?", []),
    ],
)
def test_an_abbreviation_that_nobody_explained_is_a_difficult_word(sentence, found, dutch):
    hints = findings(sentence, dutch, Kind.CARD_QUESTION, names=["IRIS"])

    assert [hint.found for hint in hints if hint.rule is Rule.JARGON] == found


def test_a_name_at_the_table_is_never_a_difficult_word(dutch):
    sentence = "Wat vindt Intake van de soep?"

    assert _rules_of(sentence, dutch) == [Rule.JARGON]
    assert findings(sentence, dutch, Kind.CARD_QUESTION, names=["Intake"]) == ()


def test_an_accent_in_two_pieces_is_the_same_word(dutch):
    assert _rules_of("Wij hebben het gee\u0308valueerd met Noor.", dutch) == [Rule.JARGON]


@pytest.mark.parametrize(
    "question",
    [
        "Ben je tevreden met het bezoek?",
        "Slaap je goed in dit huis?",
        "En heb je dat verteld?",
        "Als je naar huis gaat, ben je dan moe?",
        "Je vindt het hier leuk?",
        "Slaapt Mees goed in zijn kamer?",
        "De bezoeken gaan goed, toch?",
        "Alles goed op school?",
        "Wat je bij oma leerde, doe je dat hier ook?",
    ],
)
def test_a_dutch_question_that_yes_can_answer(question, dutch):
    assert _rules_of(question, dutch) == [Rule.YES_NO]


@pytest.mark.parametrize(
    "question",
    [
        "Do you like the visits?",
        "And did Noor help you?",
        "When you go home, are you tired?",
        "You like it here, right?",
        "Don't you miss the dog?",
        "When the house is busy, do you go upstairs?",
        "Dad always comes on time, doesn't he?",
        "Any questions about the plan?",
        "So you're fine with the new times?",
    ],
)
def test_an_english_question_that_yes_can_answer(question, english):
    assert _rules_of(question, english) == [Rule.YES_NO]


@pytest.mark.parametrize(
    "question",
    [
        "Met wie deel je goed nieuws?",
        "Iemand missen: wat doe je dan?",
        "Als je boos bent, wat helpt dan?",
        "Je mag een uitnodiging sturen. Waarvoor?",
        "En toen?",
        "Op welke dag begint het?",
    ],
)
def test_an_open_dutch_question_is_fine(question, dutch):
    assert _rules_of(question, dutch) == []


@pytest.mark.parametrize(
    "question",
    ["Waarom kwam je te laat?", "Hoezo belde jij niet?", "Waarom is Anna niet gekomen?"],
)
def test_a_why_that_blames(question, dutch):
    assert _rules_of(question, dutch) == [Rule.BLAME]


def test_a_why_about_a_thing_does_not_blame(dutch):
    assert _rules_of("Waarom heet deze soep snert?", dutch) == []


@pytest.mark.parametrize(
    "question",
    [
        "Hoe gaat het op school, en welke sport past bij Sam?",
        "Wat eet Sam het liefst? Hoe gaat het slapen op een vreemde plek?",
        "Welk bezoek ging goed, en wat hielp daarbij?",
        "Wat viel er te kiezen, en wie koos?",
        "Wat is nu te veel, en wat lukt wel?",
        "Hoe gaat het op school en bij oma?",
        "Wat vind je van het eten en de bedtijden?",
        "Hoe gaat het met school en vrienden?",
        "Hoe kijk je naar het bezoek, en naar de vakantie?",
        "Wat gaat goed en minder goed?",
    ],
)
def test_two_questions_on_one_card(question, dutch):
    assert _rules_of(question, dutch) == [Rule.DOUBLE_QUESTION]


def test_a_question_for_yes_or_no_may_be_half_of_two(dutch, english):
    both = [Rule.YES_NO, Rule.DOUBLE_QUESTION]

    assert _rules_of("Slaap je goed, en eet je genoeg?", dutch) == both
    assert _rules_of("Do you sleep well, and who wakes you?", english) == both


@pytest.mark.parametrize(
    "question",
    [
        "Welke plek is van jou, waar je nu woont?",
        "Wat wil je weten over een dag: wie dekt de tafel, waar staat de fiets?",
        "Wie vertelt het aan wie als een bezoek niet doorgaat?",
        "Waar spelen en kletsen jullie het liefst?",
        "Wat vind je van je vader en moeder?",
        "Wanneer was je blij en verdrietig tegelijk?",
        "Ben je boos, wat helpt dan?",
    ],
)
def test_one_question_is_fine_however_it_is_put(question, dutch):
    assert _rules_of(question, dutch) == []


@pytest.mark.parametrize(
    "question",
    [
        "Kun je vertellen hoe het bezoek was?",
        "Wil je liever bellen of liever een kaartje sturen?",
    ],
)
def test_yes_is_no_answer_to_a_request_or_a_choice(question, dutch):
    assert _rules_of(question, dutch) == []


def test_follow_ups_may_come_in_pairs(dutch):
    pair = "Wat eet Sam het liefst? Hoe gaat het slapen op een vreemde plek?"

    assert _rules_of(pair, dutch, Kind.FOLLOW_UP) == []


def test_a_card_has_at_most_25_words(english):
    assert _rules_of("What do you see? " + "It is late. " * 8, english) == [Rule.TOO_MANY_WORDS]
    assert _rules_of("What do you see? " + "It is late. " * 7, english) == []


def test_a_long_sentence_says_how_many_words_it_has(english):
    wording = "What do you like to do on a Sunday with your brother and the dog and gran?"
    (finding,) = findings(wording, english, Kind.CARD_WORDING)

    assert finding.rule is Rule.LONG_SENTENCE
    assert "17" in finding.remedy


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("Sam wordt om vijf uur opgehaald.", "wordt om vijf uur opgehaald"),
        ("Anna hoort dat het bezoek verplaatst wordt.", "verplaatst wordt"),
        ("De foto's zijn gestuurd.", "zijn gestuurd"),
    ],
)
def test_a_dutch_passive_without_anyone_who_does_it(sentence, found, dutch):
    (finding,) = findings(sentence, dutch, Kind.FOLLOW_UP)

    assert (finding.rule, finding.found) == (Rule.PASSIVE, found)


@pytest.mark.parametrize(
    "sentence",
    [
        "Sam wordt door oma opgehaald.",
        "Sam wordt twaalf.",
        "Sam wordt weer gezond.",
        "Wat is er gebeurd?",
        "Anna is blij naar huis gegaan.",
        "Sam heeft zijn tas gepakt.",
    ],
)
def test_what_only_looks_like_a_dutch_passive(sentence, dutch):
    assert _rules_of(sentence, dutch) == []


@pytest.mark.parametrize(
    ("sentence", "passive"),
    [
        ("Sam is picked up at five.", True),
        ("The visit was moved.", True),
        ("Sam is picked up by gran.", False),
        ("Sam is picked up by bus.", True),
        ("Sam is tired.", False),
        ("How would you want to be told?", False),
        ("Sam is allowed to stay up.", False),
    ],
)
def test_an_english_passive(sentence, passive, english):
    assert (Rule.PASSIVE in _rules_of(sentence, english)) is passive


def test_a_remedy_speaks_the_language_of_the_screen(english, monkeypatch):
    monkeypatch.setattr("relroute_tui.plain_language.remedies._", lambda sentence: sentence.upper())
    (finding,) = findings("Do you like it here?", english, Kind.CARD_QUESTION)

    assert finding.remedy.startswith("ONE CAN ANSWER THIS")


def test_dutch_cards_can_be_checked_while_the_screen_is_english(dutch):
    use("en")
    (finding,) = findings("Hoe evalueren jullie dat?", dutch, Kind.CARD_QUESTION)

    assert finding.remedy.startswith("“evalueren” is a hard word. Plainer: terugkijken or ")
