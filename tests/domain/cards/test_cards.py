"""Deck of cards: shuffled from a seed, fair to everyone in the meeting."""

from itertools import pairwise

import pytest
from examples import examples
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from relroute_tui.content.decks import load_decks
from relroute_tui.domain.cards.card import HEAVY, Card, DeckKind, Theme, modules_at, youngest_at
from relroute_tui.domain.cards.pile import (
    Choice,
    NoCard,
    Pile,
    count_left,
    draw,
    next_card,
    put_back,
    shuffle_again,
)
from relroute_tui.domain.participant import AgeGroup, Participant, Role
from relroute_tui.domain.phase import Module, Phase
from relroute_tui.environment import shipped

PARENT = Participant("p", "Anna", Role.PARENT)
CARER = Participant("c", "Kees", Role.CARER)
CHILD = Participant("y", "Mus", Role.YOUNG_PERSON, AgeGroup.UNDER_12)
YOUTH = Participant("z", "Zwaluw", Role.YOUNG_PERSON, AgeGroup.FROM_12)
ADULTS = (PARENT, CARER)


def cards(count: int, weights: tuple[int, ...] = (1,), theme: Theme = Theme.CONTACT) -> list[Card]:
    return [
        Card(f"deck/{n}", f"Card {n}", f"Question {n}?", theme, weight=weights[n % len(weights)])
        for n in range(count)
    ]


def choice(people: tuple[Participant, ...] = ADULTS, **more: object) -> Choice:
    return replace(Choice(Phase.STABILISATION, people), **more)  # type: ignore[arg-type]


def draw_all(deck: list[Card], pile: Pile, chosen: Choice) -> list[Card]:
    drawn = []
    while isinstance(card := next_card(deck, pile, chosen), Card):
        pile = draw(pile, card)
        drawn.append(card)
    return drawn


@settings(max_examples=examples(100), deadline=None)
@given(
    seed=st.integers(0, 2**53),
    weights=st.lists(st.sampled_from([1, 2, 3]), min_size=1, max_size=30),
)
def test_in_any_shuffle_no_card_returns_and_none_of_weight_three_is_first(
    seed: int, weights: list[int]
) -> None:
    deck = cards(len(weights), tuple(weights))
    drawn = draw_all(deck, Pile(seed), choice())
    if all(weight == HEAVY for weight in weights):
        assert drawn == []
        assert next_card(deck, Pile(seed), choice()) is NoCard.ONLY_HEAVY
        return
    assert drawn[0].weight < HEAVY
    assert sorted(card.id for card in drawn) == sorted(card.id for card in deck)


@settings(max_examples=examples(100), deadline=None)
@given(
    seed=st.integers(0, 2**53),
    weights=st.lists(st.sampled_from([1, 2, 3]), min_size=1, max_size=30).filter(
        lambda weights: weights.count(HEAVY) < sum(weight < HEAVY for weight in weights)
    ),
)
def test_where_the_deck_allows_no_heavy_card_is_last_or_follows_another_and_the_end_is_light(
    seed: int, weights: list[int]
) -> None:
    deck = cards(len(weights), tuple(weights))
    drawn = [card.weight for card in draw_all(deck, Pile(seed), choice())]
    assert drawn[-1] == min(weights)
    assert (HEAVY, HEAVY) not in set(pairwise(drawn))


@settings(max_examples=examples(40), deadline=None)
@given(
    seed=st.integers(0, 2**53),
    weights=st.lists(st.sampled_from([1, 2, 3]), min_size=2, max_size=20),
    back=st.sets(st.integers(0, 20)),
)
def test_cards_that_were_put_back_come_once_when_the_others_had_their_turn(
    seed: int, weights: list[int], back: set[int]
) -> None:
    deck = cards(len(weights), tuple(weights))
    pile, shown, returned = Pile(seed), [], []
    while isinstance(card := next_card(deck, pile, choice(opened=True)), Card):
        shown.append(card.id)
        pile = draw(pile, card)
        if len(shown) - 1 in back and shown.count(card.id) == 1:
            pile = put_back(pile)
            returned.append(card.id)
    assert len(shown) == len(set(shown)) + len(returned)
    first_return = next((n for n, each in enumerate(shown) if each in shown[:n]), len(shown))
    assert set(shown[:first_return]) == set(shown)


def test_no_theme_of_our_own_cards_gives_two_heavy_cards_in_a_row_in_any_shuffle() -> None:
    shipped_cards = load_decks((shipped("cards"),), "nl").cards
    for theme in Theme:
        deck = [
            replace(card, phases=frozenset(Phase), modules=frozenset(Module))
            for card in shipped_cards
            if card.theme is theme
        ]
        for seed in range(examples(100)):
            weights = [card.weight for card in draw_all(deck, Pile(seed), choice(theme=theme))]
            assert weights[0] < HEAVY
            assert weights[-1] == 1
            assert (HEAVY, HEAVY) not in set(pairwise(weights))


@given(seed=st.integers(), count=st.integers(1, 20))
def test_the_same_seed_always_gives_the_same_order(seed: int, count: int) -> None:
    deck = cards(count)
    assert draw_all(deck, Pile(seed), choice()) == draw_all(deck, Pile(seed), choice())


def test_another_seed_gives_another_order() -> None:
    deck = cards(30)
    orders = {tuple(c.id for c in draw_all(deck, Pile(seed), choice())) for seed in range(20)}
    assert len(orders) == 20


@given(seed=st.integers(), data=st.data())
def test_a_card_added_to_the_deck_leaves_the_order_of_the_others(
    seed: int, data: st.DataObject
) -> None:
    deck = cards(12)
    without = [card for card in deck if card.id != f"deck/{data.draw(st.integers(0, 11))}"]
    order = [card for card in draw_all(deck, Pile(seed), choice()) if card in without]
    assert draw_all(without, Pile(seed), choice()) == order


@given(seed=st.integers())
def test_after_the_deck_is_through_it_is_shuffled_in_a_new_order(seed: int) -> None:
    deck = cards(20)
    pile = Pile(seed)
    first = draw_all(deck, pile, choice())
    for card in first:
        pile = draw(pile, card)
    assert next_card(deck, pile, choice()) is NoCard.DECK_THROUGH
    second = draw_all(deck, shuffle_again(pile, deck), choice())
    assert set(first) == set(second)
    assert first != second


def test_a_card_that_was_put_back_comes_after_all_others() -> None:
    deck = cards(4)
    pile = Pile(7)
    back = next_card(deck, pile, choice())
    assert isinstance(back, Card)
    pile = put_back(draw(pile, back))
    assert pile.current is None
    assert count_left(deck, pile, choice()) == 4
    rest = draw_all(deck, pile, choice())
    assert rest[-1] == back
    assert len(rest) == 4


def test_putting_back_the_first_card_still_gives_no_heavy_one() -> None:
    deck = cards(10, (1, 3, 3, 3, 3))
    for seed in range(50):
        pile = Pile(seed)
        card = next_card(deck, pile, choice())
        assert isinstance(card, Card)
        second = next_card(deck, put_back(draw(pile, card)), choice())
        assert isinstance(second, Card)
        assert second.weight < HEAVY


def test_a_card_that_is_set_aside_never_comes() -> None:
    deck = cards(6)
    chosen = choice(set_aside=frozenset({"deck/2", "deck/5"}))
    assert {c.id for c in draw_all(deck, Pile(1), chosen)} == {
        "deck/0",
        "deck/1",
        "deck/3",
        "deck/4",
    }


def test_a_theme_that_is_through_says_so_while_others_have_cards() -> None:
    deck = [*cards(2), *(replace(c, id=f"r/{c.id}", theme=Theme.ROLES) for c in cards(2))]
    chosen = choice(theme=Theme.ROLES)
    drawn = draw_all(deck, Pile(3), chosen)
    assert {card.theme for card in drawn} == {Theme.ROLES}
    pile = Pile(3)
    for card in drawn:
        pile = draw(pile, card)
    assert next_card(deck, pile, chosen) is NoCard.THEME_THROUGH
    assert count_left(deck, pile, chosen) == 0
    assert count_left(deck, pile, choice()) == 2


def test_what_this_family_had_before_comes_last() -> None:
    deck = cards(8)
    before = {"deck/1": 1, "deck/3": 2}
    order = [c.id for c in draw_all(deck, Pile(9), choice(drawn_before=before))]
    assert order[-2:] == ["deck/1", "deck/3"]


def fits_before(
    card: Card, people: tuple[Participant, ...], phase: Phase = Phase.STABILISATION
) -> bool:
    return card.fits(phase, modules_at(people), youngest_at(people))


@pytest.mark.parametrize(
    ("people", "modules", "fits"),
    [
        (ADULTS, {Module.PARENTS}, False),
        ((PARENT,), {Module.PARENTS}, True),
        ((PARENT,), {Module.CARERS}, False),
        ((CARER,), {Module.CARERS}, True),
        (ADULTS, {Module.PARENTS, Module.COOPERATION}, True),
    ],
)
def test_what_is_for_one_side_is_not_asked_with_the_other_side_there(
    people: tuple[Participant, ...], modules: set[Module], fits: bool
) -> None:
    card = replace(cards(1)[0], modules=frozenset(modules))
    assert fits_before(card, people) is fits


def test_a_card_stays_in_its_phase() -> None:
    card = replace(cards(1)[0], phases=frozenset({Phase.EVALUATION}))
    assert not fits_before(card, ADULTS)
    assert fits_before(card, ADULTS, Phase.EVALUATION)


def test_with_a_child_at_the_table_only_cards_come_that_the_child_can_follow() -> None:
    for_adults = cards(1)[0]
    for_all = replace(for_adults, for_12_up="Twelve?", for_child="Small?")
    assert not fits_before(for_adults, (*ADULTS, CHILD))
    assert fits_before(for_all, (*ADULTS, CHILD))
    assert for_all.wording_for((*ADULTS, CHILD, YOUTH)) == "Small?"
    assert for_all.wording_for((*ADULTS, YOUTH)) == "Twelve?"
    assert for_all.wording_for(ADULTS) == ""


@given(seed=st.integers(0, 2**53))
def test_wished_themes_come_first_but_not_again_before_the_rest_had_a_turn(seed: int) -> None:
    wished = (Theme.WAYS, Theme.CONTACT)
    deck = [
        Card(theme.value, "Card", "Question?", theme)
        for theme in (Theme.ROLES, Theme.CONTACT, Theme.WAYS)
    ]
    drawn = draw_all(deck, Pile(seed), choice(first=wished))
    assert [card.theme for card in drawn] == [*wished, Theme.ROLES]
    again = draw_all(deck, Pile(seed), choice(first=wished, drawn_before={Theme.WAYS.value: 1}))
    assert [card.theme for card in again] == [Theme.CONTACT, Theme.ROLES, Theme.WAYS]


def opening(count: int) -> list[Card]:
    return [
        Card(f"check-in/{n}", f"Card {n}", f"Question {n}?", None, DeckKind.CHECK_IN)
        for n in range(count)
    ]


def test_the_step_of_now_asks_for_one_kind_of_cards() -> None:
    deck = [*cards(4), *opening(3)]
    asked = choice(deck=DeckKind.CHECK_IN)
    assert {card.kind for card in draw_all(deck, Pile(1), asked)} == {DeckKind.CHECK_IN}
    assert {card.kind for card in draw_all(deck, Pile(1), choice())} == {DeckKind.THEME}


def test_a_card_to_begin_with_does_not_make_a_heavy_card_the_first_of_the_themes() -> None:
    deck = [*cards(3, (HEAVY,)), *opening(1)]
    pile = draw(Pile(1), deck[-1])
    assert next_card(deck, pile, choice()) is NoCard.ONLY_HEAVY


def test_shuffling_one_deck_again_leaves_the_others_as_they_were() -> None:
    deck, first = cards(4), opening(2)
    pile = draw(draw(draw(Pile(1), deck[0]), first[0]), first[1])
    again = shuffle_again(pile, first)
    assert again.drawn == (deck[0].id,)
    assert count_left([*deck, *first], again, choice()) == 3


def test_a_card_is_as_heavy_as_it_is_for_those_who_are_there() -> None:
    """A child that waits at the window is another matter with the child at the table."""
    waiting = Card(
        "deck/w", "W", "Wait?", Theme.CONTACT, for_12_up="You?", weight=1, weight_with_child=HEAVY
    )
    adults = (Participant("a", "Anna", Role.PARENT), Participant("k", "Kees", Role.CARER))
    child = Participant("s", "Sam", Role.YOUNG_PERSON, AgeGroup.FROM_12)
    among_adults = Choice(Phase.STABILISATION, adults)
    with_child = Choice(Phase.STABILISATION, (*adults, child))
    drawn = next_card([waiting], Pile(7), among_adults)
    assert isinstance(drawn, Card)
    assert drawn.weight == 1
    assert next_card([waiting], Pile(7), with_child) is NoCard.ONLY_HEAVY
    later = next_card([waiting], Pile(7), replace(with_child, opened=True))
    assert isinstance(later, Card)
    assert later.is_heavy
    other = Card("deck/o", "O", "Other?", Theme.CONTACT, for_12_up="You?", weight=HEAVY)
    light = Card("deck/l", "L", "Light?", Theme.CONTACT, for_12_up="You?")
    for seed in range(40):
        after = draw(Pile(seed), waiting)
        assert next_card([waiting, other, light], after, with_child) == light


def test_a_brother_or_sister_who_is_small_gets_the_words_for_a_child() -> None:
    adults = (
        Participant("a", "Anna", Role.PARENT),
        Participant("m", "Mo", Role.SIBLING, AgeGroup.GROWN_UP),
    )
    assert youngest_at(adults) is None
    eighteen = Participant("z", "Zwaluw", Role.YOUNG_PERSON, AgeGroup.GROWN_UP)
    assert youngest_at((*adults, eighteen)) is AgeGroup.FROM_12
    small = Participant("r", "Robin", Role.SIBLING, AgeGroup.UNDER_12)
    assert youngest_at((*adults, small)) is AgeGroup.UNDER_12
    card = Card("deck/c", "C", "How?", Theme.PEOPLE, for_12_up="You?", for_child="What?")
    assert card.wording_for((*adults, small)) == "What?"
