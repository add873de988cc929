"""Importing the same growing form again and again: what is new, changed, taken back or doubtful."""

import datetime as dt
import itertools
from collections.abc import Iterable, Sequence
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain.enrolment import plan_of
from desktop_app.domain.fingerprints import keyed
from desktop_app.domain.hiding import hides_its_name
from desktop_app.domain.known_names import known_as
from desktop_app.domain.list_edit import ListEdit
from desktop_app.domain.plain_text import folded
from desktop_app.domain.questions import Questions
from desktop_app.domain.sign_ons import Enrolment, FileNames, Memory, Plan, SignOn
from desktop_app.domain.signatory import Disclosure, Signatory

TODAY = dt.date(2024, 2, 1)
FILES = FileNames("answers.csv", "signatories-private.xlsx")
YES, NO, GONE = Disclosure.NAMED, Disclosure.ANONYMOUS, Disclosure.WITHDRAWN
PENDING = Disclosure.PENDING
MAIL = "h@example.org"


def answer(name: str, listed: Disclosure = YES, day: int = 1, key: str = "", **facts: str) -> SignOn:
    said_at = f"2024-01-{day:02}"
    signatory = Signatory(0, name, listed, **({"signed_on": said_at} | facts))  # type: ignore[arg-type]
    return SignOn(day + 1, key or f"{said_at} {name}", said_at, signatory)


class Desk:
    """A list, and what earlier imports of one form are remembered by."""

    def __init__(self, *signatories: Signatory) -> None:
        self.rows = {signatory.row: signatory for signatory in signatories}
        self.memory = Memory()

    def plan(self, *sign_ons: SignOn) -> Plan:
        rows = tuple(self.rows.values())
        return plan_of(rows, sign_ons, self.memory, keyed("key of this list"), TODAY, FILES)

    def apply(self, *sign_ons: SignOn) -> Plan:
        plan = self.plan(*sign_ons)
        self.edit(plan.edit)
        self.memory = plan.memory
        return plan

    def edit(self, edit: ListEdit) -> None:
        self.rows |= {signatory.row: signatory for signatory in edit.changed}
        for signatory in edit.added:
            row = max(self.rows, default=1) + 1
            self.rows[row] = replace(signatory, row=row)

    def by_hand(self, row: int, **facts: object) -> None:
        self.rows[row] = replace(self.rows[row], **facts)  # type: ignore[arg-type]

    def listed(self) -> dict[str, Disclosure]:
        return {signatory.name: signatory.disclosure for signatory in self.rows.values()}

    def facts(self) -> set[Signatory]:
        return {replace(signatory, row=0) for signatory in self.rows.values()}


def names(enrolments: Iterable[Enrolment]) -> list[str]:
    return [enrolment.after.name for enrolment in enrolments]


def codes(plan: Plan) -> list[str]:
    return [finding.code for finding in plan.doubtful]


def test_a_growing_export_shows_only_what_is_new() -> None:
    desk = Desk()
    first = [answer("Harbour Peace Network"), answer("Lantern House", NO, 2)]
    assert names(desk.apply(*first).new) == ["Harbour Peace Network", "Lantern House"]
    plan = desk.apply(*first, answer("The Willow Fund", day=3))
    assert (names(plan.new), plan.changed, plan.unchanged, plan.doubtful) == (["The Willow Fund"], (), 2, ())
    assert desk.listed() == {"Harbour Peace Network": YES, "Lantern House": NO, "The Willow Fund": YES}
    again = desk.plan(*first, answer("The Willow Fund", day=3))
    assert again.edit.is_empty
    assert again.unchanged == 3


def test_a_later_answer_takes_consent_back() -> None:
    desk = Desk()
    desk.apply(answer("Lantern House"))
    plan = desk.apply(answer("Lantern House"), answer("lantern house", NO, 2))
    assert names(plan.withdrawn) == ["lantern house"]
    assert [e.disclosure for e in desk.rows.values()] == [NO]
    entry = plan.edit.log[0]
    assert (entry.what, entry.before, entry.after) == ("Listed", "named", "anonymous")


def test_the_same_answer_changed_in_place_takes_consent_back() -> None:
    desk = Desk()
    desk.apply(answer("Lantern House", key="17"))
    plan = desk.apply(answer("Lantern House", NO, key="17"))
    assert len(plan.withdrawn) == 1
    assert desk.listed() == {"Lantern House": NO}


def test_a_signature_that_is_taken_back_counts_no_longer() -> None:
    desk = Desk()
    desk.apply(answer("Lantern House"))
    assert len(desk.apply(answer("Lantern House"), answer("Lantern House", GONE, 2)).withdrawn) == 1
    assert desk.listed() == {"Lantern House": GONE}
    assert codes(desk.plan(answer("Lantern House"), answer("Lantern House", NO, 3))) == ["yes-after-no"]


def test_a_yes_after_a_no_is_left_to_the_coordinator() -> None:
    desk = Desk()
    desk.apply(answer("Lantern House", NO))
    plan = desk.apply(answer("Lantern House", NO), answer("Lantern House", YES, 2, country="Chad"))
    assert codes(plan) == ["yes-after-no"]
    assert desk.rows[2].disclosure is NO
    assert desk.rows[2].country == "Chad"


def test_of_answers_that_disagree_the_no_holds() -> None:
    for order in itertools.permutations((YES, NO, YES)):
        desk = Desk()
        plan = desk.apply(*(answer("Lantern House", listed, day) for day, listed in enumerate(order, 1)))
        assert len(plan.new) == 1
        assert desk.listed() == {"Lantern House": NO}


def test_what_she_changed_by_hand_stays() -> None:
    desk = Desk()
    sign_ons = [answer("Lantern House", country="Tchad"), answer("Willow Fund", day=2)]
    desk.apply(*sign_ons)
    desk.by_hand(2, disclosure=NO, country="Chad", name="Lantern-House")
    assert desk.plan(*sign_ons).edit.is_empty
    later = answer("Lantern-House", NO, 3, country="chad", contact="A. Okoye")
    plan = desk.apply(*sign_ons, later)
    assert (desk.rows[2].country, desk.rows[2].contact, desk.rows[2].disclosure) == ("Chad", "A. Okoye", NO)
    assert len(plan.changed) == 1


def test_a_row_set_back_to_pending_by_hand_is_not_published_by_another_yes() -> None:
    desk = Desk()
    desk.apply(answer("Lantern House"))
    desk.by_hand(2, disclosure=PENDING)
    assert codes(desk.apply(answer("Lantern House"), answer("Lantern House", day=2))) == ["yes-after-no"]
    assert desk.listed() == {"Lantern House": PENDING}


def test_a_clear_yes_settles_a_row_that_was_waiting_for_it() -> None:
    desk = Desk(Signatory(2, "Lantern House", PENDING))
    assert names(desk.apply(answer("Lantern House", email="a@example.org")).changed) == ["Lantern House"]
    assert desk.rows[2].disclosure is YES
    assert desk.rows[2].email == "a@example.org"


def test_a_form_that_does_not_ask_changes_no_disclosure() -> None:
    desk = Desk(Signatory(2, "Lantern House", YES), Signatory(3, "Willow Fund", NO))
    plan = desk.apply(answer("Lantern House", PENDING), answer("Willow Fund", PENDING))
    assert desk.listed() == {"Lantern House": YES, "Willow Fund": NO}
    assert plan.doubtful == ()


def test_an_answer_that_is_gone_is_doubtful_and_never_withdrawn() -> None:
    desk = Desk()
    desk.apply(answer("Lantern House"), answer("Willow Fund", day=2))
    plan = desk.plan(answer("Willow Fund", day=2))
    assert codes(plan) == ["answer-gone"]
    assert [(place.file, place.row) for place in plan.doubtful[0].places] == [(FILES.list, 2)]
    assert plan.edit.is_empty


def test_an_answer_sent_again_at_another_time_is_not_gone() -> None:
    desk = Desk()
    desk.apply(answer("Lantern House"))
    assert codes(desk.plan(answer("Lantern House", day=5))) == []


def test_an_answer_whose_row_was_lost_is_not_passed_over() -> None:
    desk = Desk()
    desk.apply(answer("Lantern House"), answer("Willow Fund", day=2))
    del desk.rows[2]
    plan = desk.plan(answer("Lantern House"), answer("Willow Fund", day=2))
    assert codes(plan) == ["row-gone"]
    assert plan.unchanged == 1


def test_a_corrected_spelling_is_the_same_signatory() -> None:
    desk = Desk()
    first = answer("Harbour Peace Netwrok")
    desk.apply(first)
    desk.by_hand(2, name="Harbour Peace Network")
    assert desk.plan(first).unchanged == 1
    assert len(desk.apply(first, answer("Harbour Peace Netwrok", NO, 2)).withdrawn) == 1
    assert desk.listed() == {"Harbour Peace Network": NO}


def test_a_name_corrected_in_the_form_is_corrected_in_the_list() -> None:
    desk = Desk()
    desk.apply(answer("Harbor Peace", key="17"))
    assert names(desk.apply(answer("Harbour Peace Network", key="17")).changed) == ["Harbour Peace Network"]
    assert desk.listed() == {"Harbour Peace Network": YES}


def test_names_that_look_alike_are_doubtful() -> None:
    listed = Signatory(2, "Harbour Peace Network", NO, acronym="HAPEN")
    for name in ("Harbor Peace Network", "The Harbour Peace Network", "Harbour Реасе Network", "HAPEN"):
        plan = Desk(listed).plan(answer(name))
        assert codes(plan) == ["looks-like"], name
        assert [place.row for place in plan.doubtful[0].places] == [2, 2]
        assert plan.new == ()


def test_names_that_look_alike_in_one_export_are_doubtful() -> None:
    plan = Desk().plan(answer("Harbour Peace Network"), answer("Harbor Peace Network", day=7))
    assert names(plan.new) == ["Harbour Peace Network"]
    assert [(place.file, place.row) for place in plan.doubtful[0].places] == [
        (FILES.form, 8),
        (FILES.form, 2),
    ]


def test_wards_and_chapters_are_not_alike() -> None:
    wards = [answer(f"Ward {n} Strike Committee", day=n) for n in range(1, 20)]
    chapters = [answer("Lantern (Norway)"), answer("Lantern (Chad)")]
    assert codes(Desk().plan(*wards, *chapters)) == []


def test_an_acronym_in_brackets_or_an_alias_is_the_same() -> None:
    desk = Desk(
        Signatory(2, "Harbour Network (HN)", PENDING), Signatory(3, "Lampe", PENDING, also_known_as=("Lamp",))
    )
    plan = desk.apply(answer("Harbour Network"), answer("Lamp", day=2))
    assert len(plan.changed) == 2
    assert desk.listed() == {"Harbour Network (HN)": YES, "Lampe": YES}


def test_one_name_in_two_countries_is_two_signatories() -> None:
    desk = Desk(Signatory(2, "Lantern", YES, country="Norway"))
    assert codes(desk.plan(answer("Lantern", country="Chad"))) == ["other-country"]
    desk = Desk(desk.rows[2], Signatory(3, "Lantern", YES, country="Chad"))
    desk.apply(answer("Lantern", NO, country="Chad"))
    assert [row.disclosure for row in desk.rows.values()] == [YES, NO]
    assert codes(desk.plan(answer("Lantern", day=3))) == ["row-twice"]


def test_an_answer_may_change_its_country() -> None:
    desk = Desk()
    desk.apply(answer("Lantern", country="Norway", key="17"))
    assert len(desk.apply(answer("Lantern", NO, country="Chad", key="17")).withdrawn) == 1
    assert [(row.country, row.disclosure) for row in desk.rows.values()] == [("Chad", NO)]


def test_a_no_that_may_be_of_a_named_row_is_said_as_such() -> None:
    desk = Desk(Signatory(2, "Lantern", YES, country="Norway"), Signatory(3, "Willow Fund", YES))
    plan = desk.plan(
        answer("Lantern", NO, country="Chad"), answer("Wilow Fund", NO, 2), answer("Willo Fund", day=3)
    )
    assert codes(plan) == ["perhaps-taken-back", "perhaps-taken-back", "looks-like"]


def test_a_name_beside_the_address_of_a_hidden_row_is_doubtful() -> None:
    desk = Desk(Signatory(2, "A group from the delta", NO, email="a@example.org"))
    assert codes(desk.plan(answer("Lantern House", email="A@example.org"))) == ["same-email"]
    assert codes(desk.plan(answer("Lantern House", NO, email="a@example.org"))) == []


@pytest.mark.parametrize("name", ["Skemdal Free Printers", "Free Printers of Skemdal"])
@pytest.mark.parametrize("listed", [NO, GONE])
def test_a_yes_under_another_spelling_of_a_withheld_name_is_doubtful(name: str, listed: Disclosure) -> None:
    withheld = Signatory(18, "Free Printers, Skemdal", listed)
    plan = Desk(withheld, Signatory(19, "Lantern House", YES)).plan(answer(name), answer("Willow Fund"))
    assert doubts(plan) == [("looks-like-withheld", [(FILES.list, 18)])]
    assert names(plan.new) == ["Willow Fund"]


def test_a_yes_like_a_no_of_one_form_is_doubtful_whichever_came_first() -> None:
    for day in (1, 3):
        plan = Desk().plan(answer("Free Printers, Skemdal", NO, 2), answer("Skemdal Free Printers", day=day))
        assert doubts(plan) == [("looks-like-withheld", [(FILES.form, 3)])]
        assert names(plan.new) == ["Free Printers, Skemdal"]


@pytest.mark.parametrize(
    "name",
    ["Mirrowane Weavers", "Mirrowane Weavers Coll.", "The Mirrowane Weavers Collective Network"],
)
def test_a_yes_under_a_part_of_a_withheld_name_is_doubtful(name: str) -> None:
    withheld = Signatory(18, "Mirrowane Weavers Collective", NO)
    plan = Desk(withheld).plan(answer(name))
    assert doubts(plan) == [("looks-like-withheld", [(FILES.list, 18)])]
    assert not plan.new
    # A row that waits is not printed by a yes, either, and what was confirmed by hand stays as it is.
    desk = Desk(withheld, Signatory(19, name, PENDING))
    assert codes(desk.plan(answer(name))) == ["looks-like-withheld"]
    desk.by_hand(19, disclosure=YES)
    assert codes(desk.plan(answer(name))) == []


def test_an_answer_that_takes_a_part_of_a_withheld_name_is_doubtful() -> None:
    desk = Desk(Signatory(18, "Mirrowane Weavers Collective", NO))
    desk.apply(answer("Aster House", key="17"))
    plan = desk.plan(answer("Mirrowane Weavers", key="17"))
    assert codes(plan) == ["looks-like-withheld"]
    assert not plan.edit.changed


def test_a_yes_like_a_name_that_is_printed_is_enrolled() -> None:
    desk = Desk(Signatory(18, "Free Printers, Skemdal", YES))
    assert codes(desk.plan(answer("Skemdal Free Printers"))) == []


def test_what_is_remembered_holds_no_name() -> None:
    desk = Desk()
    desk.apply(answer("Lantern House", email="a@example.org", contact="A. Okoye", country="Chad"))
    remembered = repr(desk.memory).casefold()
    assert not any(text in remembered for text in ("lantern", "example", "okoye", "chad"))


def taken_back(plan: Plan) -> list[int]:
    return [enrolment.after.row for enrolment in plan.withdrawn]


def doubts(plan: Plan) -> list[tuple[str, list[tuple[str, int | None]]]]:
    return [(d.code, [(place.file, place.row) for place in d.places[1:]]) for d in plan.doubtful]


def test_a_no_from_the_same_address_under_another_spelling_takes_consent_back() -> None:
    desk = Desk(Signatory(2, "Harbour Peace Network", YES, email=f"{MAIL}; other@example.org"))
    plan = desk.apply(answer("The Harbor Peace Network", NO, email=MAIL.upper()))
    assert taken_back(plan) == [2]
    row = desk.rows[2]
    assert (row.name, row.disclosure) == ("Harbour Peace Network", NO)
    assert row.also_known_as == ("The Harbor Peace Network",)
    assert desk.plan(answer("The Harbor Peace Network", NO, email=MAIL)).unchanged == 1


def test_a_no_from_the_address_of_a_named_row_under_another_name_is_said() -> None:
    desk = Desk(Signatory(2, "Harbour Peace Network", YES, email=MAIL), Signatory(3, "Lantern House", YES))
    plan = desk.plan(answer("Delta Women", NO, email=MAIL))
    assert doubts(plan) == [("perhaps-taken-back", [(FILES.list, 2)])]
    assert plan.edit.is_empty
    desk.by_hand(2, also_known_as=("Delta Women",))
    assert taken_back(desk.plan(answer("Delta Women", NO, email=MAIL))) == [2]
    assert doubts(Desk().plan(answer("Lantern House", email=MAIL), answer("Delta", NO, 2, email=MAIL))) == [
        ("perhaps-taken-back", [(FILES.form, 2)])
    ]


def test_a_no_under_the_printed_name_takes_consent_back() -> None:
    desk = Desk(Signatory(2, "Lantern House Foundation", YES, listed_as="A group from the delta"))
    assert taken_back(desk.apply(answer("A group from the delta", NO))) == [2]
    assert desk.rows[2].name == "Lantern House Foundation"
    desk.by_hand(2, disclosure=YES)
    assert hides_its_name(desk.rows[2])


def test_an_answer_under_the_printed_name_does_not_become_the_name() -> None:
    desk = Desk()
    desk.apply(answer("Lantern House", key="17"))
    desk.by_hand(2, listed_as="A group from the delta")
    desk.apply(answer("A group from the delta", day=2, acronym="AGFTD"))
    desk.apply(answer("A group from the delta", day=3, key="17"))
    assert desk.rows[2].name == "Lantern House"
    assert hides_its_name(desk.rows[2])


def test_a_no_finds_the_row_whose_name_was_corrected_by_hand() -> None:
    first = answer("Harbor", key="17", email=MAIL, source="form answers.csv, 28 January 18:04")
    for later in (
        answer("Harbor", NO, key="17"),
        answer("Harbor", NO, 2, key="18"),
        answer("Harbor", NO, 2, key="19", email=MAIL),
        answer("Peace of the Harbour", NO, 2, key="17"),
    ):
        desk = Desk()
        desk.apply(first, answer("Willow Fund", day=3))
        desk.by_hand(2, name="Grand Alliance of Ports")
        assert taken_back(desk.apply(later, answer("Willow Fund", day=3))) == [2]
        assert desk.rows[2].name == "Grand Alliance of Ports"
        assert desk.rows[2].also_known_as == (later.signatory.name,)


def test_a_no_for_a_row_that_cannot_be_told_names_those_it_may_be() -> None:
    desk = Desk()
    names_of_three = enumerate(("Harbor", "Lantern", "Oak"), 1)
    desk.apply(*(answer(name, day=day, source="form answers.csv") for day, name in names_of_three))
    desk.by_hand(2, name="Grand Alliance of Ports")
    desk.by_hand(3, name="Light for All")
    plan = desk.plan(answer("Harbor", NO, 9))
    assert ("perhaps-taken-back", [(FILES.list, 2), (FILES.list, 3)]) in doubts(plan)
    del desk.rows[2]
    assert ("perhaps-taken-back", [(FILES.list, 3)]) in doubts(desk.plan(answer("Harbor", NO, 9)))
    desk.by_hand(3, source="")
    assert ("row-gone", []) in doubts(desk.plan(answer("Harbor", NO, 9)))


def test_a_name_of_its_own_in_the_form_is_not_taken_for_another_that_went() -> None:
    desk = Desk()
    desk.apply(answer("Harbour Peace"), answer("Willow Fund", day=2))
    desk.by_hand(2, name="Grand Alliance of Ports")
    desk.rows[4] = Signatory(4, "Harbor Peace", YES)
    desk.apply(answer("Harbor Peace", day=3))
    plan = desk.plan(answer("Harbour Peace", NO, 9))
    assert ("perhaps-taken-back", [(FILES.list, 4)]) in doubts(plan)


def test_a_no_is_said_where_any_row_of_that_name_is_named() -> None:
    desk = Desk(
        Signatory(2, "Lantern", NO, country="Chad"),
        Signatory(3, "Lantern", YES, country="Norway", email=MAIL),
    )
    assert doubts(desk.plan(answer("Lantern", NO))) == [("perhaps-taken-back", [(FILES.list, 3)])]
    assert taken_back(desk.plan(answer("Lantern", NO, email=MAIL))) == [3]
    assert taken_back(desk.plan(answer("Lantern", NO, country="Norge", email=MAIL))) == [3]


def test_a_yes_under_one_name_does_not_undo_the_no_under_another() -> None:
    answers_of_one = (
        answer("Lamp", NO, 1, contact="A. Okoye"),
        answer("Lampe", YES, 2),
        answer("Lamp House", YES, 3),
    )
    for order in itertools.permutations(answers_of_one):
        desk = Desk(Signatory(2, "Lampe", YES, also_known_as=("Lamp", "Lamp House")))
        desk.apply(*order)
        assert (desk.rows[2].disclosure, desk.rows[2].contact) == (NO, "A. Okoye")


def test_a_name_that_was_changed_stays_known() -> None:
    desk = Desk()
    desk.apply(answer("Delta Women; Union", NO, key="17"))
    desk.apply(answer("Union of the Delta", NO, key="17"))
    assert desk.rows[2].name == "Union of the Delta"
    assert desk.rows[2].also_known_as == ("Delta Women, Union",)


ORGANISATIONS = ("Harbour Peace Network", "Lantern House", "The Willow Fund")
COUNTRIES = ("", "Norway", "Chad")
answers = st.builds(
    lambda index, listed, day, contact: answer(
        ORGANISATIONS[index],
        listed,
        day,
        key=f"{index} {listed} {day} {contact}",
        contact=contact,
        country=COUNTRIES[index],
    ),
    st.sampled_from(range(3)),
    st.sampled_from([YES, NO, GONE, PENDING]),
    st.integers(1, 28),
    st.sampled_from(["", "A. Okoye", "B. Lind"]),
)
forms = st.lists(answers, max_size=8, unique_by=lambda sign_on: sign_on.key)
lists = st.lists(st.sampled_from([YES, NO, PENDING, GONE, None]), min_size=3, max_size=3)


@given(forms, lists, st.data())
def test_no_order_of_imports_changes_the_list(
    form: Sequence[SignOn], listed: Sequence[Disclosure | None], data: st.DataObject
) -> None:
    exports = data.draw(st.lists(st.lists(st.sampled_from(form), unique=True), max_size=4)) if form else []
    exports.append(list(form))
    rows = [
        Signatory(row, name, disclosure)
        for row, (name, disclosure) in enumerate(zip(ORGANISATIONS, listed, strict=True), 2)
        if disclosure is not None
    ]
    straight, shuffled = Desk(*rows), Desk(*rows)
    for export in exports:
        straight.apply(*export)
    for export in data.draw(st.permutations(exports)):
        shuffled.apply(*data.draw(st.permutations(export)))
    assert shuffled.facts() == straight.facts()


@given(st.lists(forms, max_size=4), lists)
def test_no_import_names_who_ever_said_no(
    exports: Sequence[Sequence[SignOn]], listed: Sequence[Disclosure | None]
) -> None:
    rows = [
        Signatory(row, name, disclosure)
        for row, (name, disclosure) in enumerate(zip(ORGANISATIONS, listed, strict=True), 2)
        if disclosure is not None
    ]
    desk = Desk(*rows)
    refused = {row.name for row in rows if row.disclosure in (NO, GONE)}
    for export in exports:
        desk.apply(*export)
        refused |= {s.signatory.name for s in export if s.signatory.disclosure in (NO, GONE)}
        assert not refused & {name for name, disclosure in desk.listed().items() if disclosure is YES}


MAILS = ("", "h@example.org", "l@example.org")
signing = st.builds(
    lambda name, listed, day, email: answer(name, listed, day, key=f"{name} {day}", email=email),
    st.sampled_from(["Harbour Peace", "Harbor Peace", "Lantern House", "A group from the delta", "Delta"]),
    st.sampled_from([YES, NO, GONE]),
    st.integers(1, 28),
    st.sampled_from(MAILS),
)


@given(
    st.lists(signing, max_size=5, unique_by=lambda sign_on: sign_on.key),
    st.sampled_from(MAILS),
    st.sampled_from(["", "Grand Alliance of Ports"]),
    signing.filter(lambda sign_on: sign_on.signatory.disclosure is not YES),
)
def test_no_one_who_takes_consent_back_stays_named_unasked(
    first: Sequence[SignOn], email: str, corrected: str, refusal: SignOn
) -> None:
    desk = Desk(Signatory(2, "Harbour Peace", YES, email=email, listed_as="A group from the delta"))
    desk.apply(*first)
    if corrected:
        desk.by_hand(2, name=corrected)
    plan = desk.apply(*first, refusal)
    questions = Questions(plan.questions, desk.rows.values(), keyed("key of this list"))
    signatory = refusal.signatory
    is_settled = any(
        folded(signatory.name) in known_as(row) and row.disclosure is not YES for row in desk.rows.values()
    )
    for row in desk.rows.values():
        by_mail = signatory.email and row.email == signatory.email and not is_settled
        if row.disclosure is YES and (by_mail or signatory.name in (row.name, row.listed_as)):
            assert row.row in questions.open_rows()


def lotus(row: int = 2) -> Signatory:
    return Signatory(row, "Lotus Women Union", YES, email="l@lotus.example")


def test_a_no_without_a_name_is_whose_address_it_has() -> None:
    desk = Desk(lotus())
    plan = desk.apply(answer("", NO, email="l@lotus.example"))
    assert (len(plan.withdrawn), plan.doubtful) == (1, ())
    assert desk.listed() == {"Lotus Women Union": NO}
    assert desk.rows[2].also_known_as == ()
    assert desk.plan(answer("", NO, email="l@lotus.example")).unchanged == 1


def test_a_no_without_a_name_takes_back_a_yes_of_the_same_file() -> None:
    desk = Desk()
    yes, no = answer("Lotus Women Union", email="l@lotus.example"), answer("", NO, 2, email="l@lotus.example")
    plan = desk.apply(yes, no)
    assert (desk.listed(), plan.doubtful) == ({"Lotus Women Union": NO}, ())


def test_a_no_without_a_name_whose_address_several_have_is_asked_about_each() -> None:
    desk = Desk(lotus(), replace(lotus(3), name="Lotus Men Union"))
    plan = desk.apply(answer("", NO, email="l@lotus.example"))
    assert codes(plan) == ["perhaps-taken-back"]
    assert [place.row for place in plan.doubtful[0].places[1:]] == [2, 3]
    assert [question.row for question in plan.questions] == [2, 3]


def test_a_no_without_a_name_and_of_an_unknown_address_is_said() -> None:
    assert codes(Desk(lotus()).plan(answer("", NO, email="x@lantern.example"))) == ["name-missing"]


def test_a_no_under_another_spelling_is_no_new_row() -> None:
    for name in ("Union of Lotus Women", "Lotus Women", "Lotos Womens Unoin", "Lotus Women Union - Chile"):
        plan = Desk(lotus()).plan(answer(name, NO))
        assert (names(plan.new), codes(plan)) == ([], ["perhaps-taken-back"]), name
        assert plan.doubtful[0].places[1].row == 2
    assert names(Desk(replace(lotus(), disclosure=NO)).plan(answer("Lotus Women", NO)).new) == ["Lotus Women"]


def test_a_no_that_was_found_to_be_somebody_elses_is_enrolled() -> None:
    desk = Desk(lotus())
    no = answer("Lotus Women", NO, email="l@lotus.example")
    asked = desk.apply(no).questions
    rows, prints = tuple(desk.rows.values()), keyed("key of this list")
    settled = Questions(asked, rows, prints).settled(lotus(), "state")
    plan = plan_of(rows, [no], desk.memory, prints, TODAY, FILES, settled)
    assert (names(plan.new), plan.doubtful, plan.questions) == (["Lotus Women"], (), ())


def test_a_row_that_was_hidden_when_asked_has_said_the_no() -> None:
    desk = Desk(lotus())
    no = answer("Lotus Women", NO, email="l@lotus.example")
    asked = desk.apply(no).questions
    desk.by_hand(2, disclosure=NO)
    rows, prints = tuple(desk.rows.values()), keyed("key of this list")
    plan = plan_of(rows, [no], desk.memory, prints, TODAY, FILES, asked)
    assert (plan.new, plan.doubtful) == ((), ())
    assert [made.after.also_known_as for made in plan.changed] == [("Lotus Women",)]


def test_of_several_noes_about_a_hidden_row_nobody_knows_which_was_its_own() -> None:
    desk = Desk(lotus())
    noes = [answer("Lotus Women", NO), answer("Lotus Union", NO, 2)]
    asked = desk.apply(*noes).questions
    desk.by_hand(2, disclosure=NO)
    rows, prints = tuple(desk.rows.values()), keyed("key of this list")
    plan = plan_of(rows, noes, desk.memory, prints, TODAY, FILES, asked)
    assert (plan.edit.is_empty, codes(plan)) == (True, ["looks-like", "looks-like"])
