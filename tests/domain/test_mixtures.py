"""A claimed figure is explained by a way of counting, or by the fewest exceptions to one."""

import pytest
from domain.lists import anonymous, letter_of_462, named

from desktop_app.domain.campaign import Claim
from desktop_app.domain.mixtures import Mixture, explain_claim
from desktop_app.domain.signatory import Disclosure, Signatory, Way


def rows_named(*names: str) -> tuple[int, ...]:
    return tuple(row.row for row in letter_of_462() if row.name in names)


@pytest.mark.parametrize(
    ("claim", "ways"),
    [
        (Claim(486, 84), (Way.WITH_MEMBERS,)),
        (Claim(445, 84), (Way.ONCE,)),
        (Claim(481), (Way.MEMBERS_ONLY,)),
        (Claim(486, 85), ()),
        (Claim(anonymous=84), tuple(Way)),
    ],
)
def test_a_plain_way_is_found(claim: Claim, ways: tuple[Way, ...]) -> None:
    assert explain_claim(letter_of_462(), claim, Way.ONCE).ways == ways


def test_462_needs_two_umbrellas_counted_with_their_members() -> None:
    explained = explain_claim(letter_of_462(), Claim(462, 84), Way.WITH_MEMBERS)
    assert not explained.agrees
    assert explained.ways == ()
    assert explained.mixtures == (
        Mixture(Way.ONCE, Way.WITH_MEMBERS, rows_named("Umbrella B", "Umbrella E")),
        Mixture(Way.MEMBERS_ONLY, Way.ONCE, rows_named("Umbrella C", "Umbrella D")),
        Mixture(Way.ONCE, Way.MEMBERS_ONLY, rows_named("Umbrella A", "Umbrella B", "Umbrella E")),
        Mixture(Way.WITH_MEMBERS, Way.ONCE, rows_named("Umbrella A", "Umbrella C", "Umbrella D")),
    )


def test_a_list_agrees_once_its_umbrellas_are_counted_so() -> None:
    rows = [
        Signatory(s.row, s.name, s.disclosure, member_of=s.member_of, counts=Way.WITH_MEMBERS)
        if s.name in ("Umbrella B", "Umbrella E")
        else s
        for s in letter_of_462()
    ]
    explained = explain_claim(rows, Claim(462, 84), Way.ONCE)
    assert explained.agrees
    assert explained.ways == ()


def test_what_nothing_explains_stays_unexplained() -> None:
    explained = explain_claim(letter_of_462(), Claim(463, 83), Way.ONCE)
    assert (explained.agrees, explained.ways, explained.mixtures) == (False, (), ())


def test_anonymous_members_weigh_in() -> None:
    rows = [
        *(named(2, "Harbour"), anonymous(3, "", "Harbour"), anonymous(4, "", "Harbour")),
        *(named(5, "Reed"), *(named(row, f"Tide {row}", "Reed") for row in (6, 7, 8))),
    ]
    explained = explain_claim(rows, Claim(4, 2), Way.ONCE)
    assert explained.mixtures[0] == Mixture(Way.ONCE, Way.WITH_MEMBERS, (2,))


def test_hundreds_of_umbrellas_are_searched() -> None:
    rows: list[Signatory] = []
    for umbrella in range(400):
        rows.append(named(len(rows) + 2, f"Umbrella {umbrella}"))
        for _ in range(umbrella % 120 + 1):
            rows.append(named(len(rows) + 2, f"Member {len(rows)}", f"Umbrella {umbrella}"))
    assert explain_claim(rows, Claim(len(rows) + 1), Way.ONCE).mixtures == ()
    assert len(explain_claim(rows, Claim(400 + 9), Way.ONCE).mixtures) == 5
    assert all(row.disclosure is Disclosure.NAMED for row in rows)
