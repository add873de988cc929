"""What is looked for: the forms of a withheld name, and how texts are made comparable."""

from dataclasses import replace

import pytest
from campaigns import hidden
from domain.lists import named

from desktop_app.domain.common_words import PUBLIC_MAIL
from desktop_app.domain.folding import fold, squeeze
from desktop_app.domain.hiding import hides_its_name
from desktop_app.domain.signatory import Disclosure, Kind, Signatory
from desktop_app.domain.withheld import Form, FormKind, forms_of, withheld_rows
from desktop_app.services.guarding import Guard

PUBLIC = min(PUBLIC_MAIL)
"""A provider of whom thousands have an address."""


def forms(*signatories: Signatory, allowed: tuple[str, ...] = ()) -> dict[FormKind, set[str]]:
    found: dict[FormKind, set[str]] = {}
    for form in forms_of(signatories, allowed):
        found.setdefault(form.kind, set()).add(form.text)
    return found


def anonymous(name: str, **facts: object) -> Signatory:
    return Signatory(2, name, Disclosure.ANONYMOUS, **facts)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Lantern House", "LANTERN  house"),
        ("Fédération Lumière", "Fe\u0301de\u0301ration Lumie\u0300re"),
        ("Fédération Lumière", "federation lumiere"),
        ("Lantern House", "Lan\u200btern\u2060 Hou\u00adse"),
        ("Lantern House", "Lan\ufe0ftern\u3164 House"),
        ("Lantern House", "L\u0430nt\u0435rn H\u043euse"),
        ("Lantern House", "Ｌａｎｔｅｒｎ Ｈｏｕｓｅ"),
        ("Women’s Harbour", "Women's Harbour"),
        ("Women’s Harbour", "Women`s Harbour"),
        ("Women’s Harbour", "Wom\u00aden‘s Harbour"),
        ("Women’s Harbour", "Womens Harbour"),
        ("L’Union des Quais", "L'union – des-quais"),
        ("Kyiv–Lviv Bridge", "kyiv-lviv_bridge"),
        ("Łódź Dom", "Lodz Dom"),
        ("ﬁnance watch", "finance watch"),
        ("مُحَمَّد للسلام", "محمد للسلام"),
        ("بيـــت النور", "بيت النور"),
    ],
)
def test_spellings_of_one_name_are_folded_into_one(one: str, other: str) -> None:
    assert fold(one) == fold(other)


def test_different_names_stay_apart() -> None:
    assert fold("L’Union") == "l union"
    assert fold("မေတ္တာ") != fold("မိတ္တ")
    assert fold("Lantern\nHouse") == "lantern\nhouse"
    assert squeeze(fold("L a n t e r n\nH")) == "lantern\nh"


def test_a_name_is_looked_for_whole_and_in_its_parts() -> None:
    found = forms(anonymous("The Lantern House (LAHO)", also_known_as=("Casa Farol", "CF")))
    assert {"the lantern house laho", "lantern house", "the lantern house"} <= found[FormKind.NAME]
    assert found[FormKind.ACRONYM] == {"laho", "l a h o"}
    assert found[FormKind.ALIAS] == {"casa farol"}


def test_a_place_in_brackets_is_no_acronym() -> None:
    assert FormKind.ACRONYM not in forms(anonymous("Lantern House (Norway)"))


def test_both_halves_of_a_double_name_are_looked_for() -> None:
    found = forms(anonymous("Lantern House / Casa del Farol"))[FormKind.NAME]
    assert {"lantern house", "casa del farol"} <= found


def test_an_address_and_a_domain_that_nobody_else_has_are_looked_for() -> None:
    found = forms(
        anonymous("Lantern House", email=f"info@lantern.example, lantern@{PUBLIC}"),
        Signatory(3, "Harbour", Disclosure.NAMED, email="harbour@shared.example"),
        Signatory(4, "Willow", Disclosure.ANONYMOUS, email="willow@shared.example"),
    )
    assert found[FormKind.EMAIL] == {
        *("info lantern example", f"lantern {fold(PUBLIC)}", "willow shared example"),
    }
    assert found[FormKind.DOMAIN] == {"lantern example"}


def test_a_short_acronym_is_looked_for_unless_the_draft_has_it() -> None:
    row = anonymous("Lantern House", acronym="LH")
    assert forms(row)[FormKind.SHORT_ACRONYM] == {"LH", "L.H", "L.H."}
    assert FormKind.SHORT_ACRONYM not in forms(row, allowed=("A letter of LH.",))
    assert forms(row, allowed=("lh",))[FormKind.SHORT_ACRONYM] == {"LH", "L.H", "L.H."}


def test_two_words_are_looked_for_where_one_is_distinctive() -> None:
    row = anonymous("Lantern Network of Women")
    assert forms(row)[FormKind.RUN] == {"lantern network"}
    assert FormKind.RUN not in forms(row, allowed=("the Lantern network said",))


@pytest.mark.parametrize(
    "name", ["", "Anonymous", "ANONYMOUS 12", "Anonymous organisation", "(name withheld)", "#"]
)
def test_a_row_without_a_name_is_not_looked_for(name: str) -> None:
    assert forms(anonymous(name)) == {}


def test_what_a_row_without_a_name_tells_besides_is_looked_for() -> None:
    assert forms(anonymous("Anonymous", acronym="LAHO")) == {FormKind.ACRONYM: {"laho", "l a h o"}}


def test_pending_and_withdrawn_rows_are_looked_for_as_signatories() -> None:
    pending = Signatory(2, "Ada Quay", Disclosure.PENDING, title="Chair")
    withdrawn = hidden(3, "Lantern House", Disclosure.WITHDRAWN)
    assert set(forms_of((pending, withdrawn), ())) == {
        Form("ada quay", 2, FormKind.NAME, only_as_signatory=True),
        Form("ada quay chair", 2, FormKind.NAME, only_as_signatory=True),
        Form("adaquay", 2, FormKind.NAME, only_as_signatory=True),
        Form("lantern house", 3, FormKind.NAME, only_as_signatory=True),
    }


@pytest.mark.parametrize(
    ("name", "listed_as", "hides"),
    [
        ("Lantern House", "", False),
        ("The Lantern House", "Lantern House", False),
        ("Lantern House (LAHO)", "Lantern House", False),
        ("Lantern House", "LH", False),
        ("Médecins du phare", "MDP", False),
        ("Lantern Hause", "Lantern House", False),
        ("Lantern House", "A women's group", True),
        ("Lantern House", "Harbour House", True),
        ("Harbour Rights Network Yarrow", "Harbour Rights Network", True),
        ("Students of North Yarrow", "Students of South Yarrow", True),
        ("لجنة السلام", "***", True),
    ],
)
def test_listed_as_hides_a_name_that_is_not_plainly_the_same(name: str, listed_as: str, hides: bool) -> None:
    row = Signatory(2, name, Disclosure.NAMED, listed_as=listed_as)
    assert hides_its_name(row) is hides
    assert list(withheld_rows([row])) == ([row] if hides else [])


def test_initials_of_a_person_hide_the_name_and_an_acronym_does_not() -> None:
    row = Signatory(2, "Zeva Tolmrand", Disclosure.NAMED, listed_as="ZT")
    assert not hides_its_name(row)
    assert hides_its_name(replace(row, kind=Kind.PERSON))
    assert hides_its_name(replace(row, listed_as="Z. T.")), "a person's, whatever the column Kind says"


def test_an_alias_and_an_acronym_are_plainly_the_same_name() -> None:
    row = Signatory(2, "Lantern House", Disclosure.NAMED, acronym="LAHO", also_known_as=("Casa Farol",))
    for shown in ("LAHO", "Casa Farol"):
        assert not hides_its_name(
            Signatory(
                2, row.name, row.disclosure, row.acronym, "", listed_as=shown, also_known_as=row.also_known_as
            )
        )


def test_named_rows_are_not_withheld() -> None:
    assert list(withheld_rows([named(2, "Lantern House"), hidden(3, "x", Disclosure.PENDING)])) == []


@pytest.mark.parametrize(
    ("row", "text"),
    [
        (anonymous("LCN (Lantern Community Network)"), "the lantern community network said"),
        (anonymous("Lantern Harbour Network – LHN"), "said LHN today"),
        (anonymous("Peace & Lantern House"), "Peace and Lantern House"),
        (anonymous("K.L.O."), "the KLO said"),
        (anonymous("Lantern Order (LOR)"), "the L.O.R. said"),
        (anonymous("Lantern House", also_known_as=("灯笼之家",)), "与灯笼之家一起"),
        (anonymous("Al-Noor"), "thanks to AlNoor"),
        (anonymous("Aye Lan"), "Ayelan"),
        (anonymous("لجنة السلام"), "لجنة الســـلام"),
        (anonymous("جمعية أمل"), "جمعية امل"),
        (anonymous("Łódź Lantern"), "Lodz Lantern"),
    ],
)
def test_spellings_that_point_at_the_same_name(row: Signatory, text: str) -> None:
    assert Guard(forms_of([row], ())).rows_in(text) != []


def test_a_short_other_name_is_looked_for_as_it_is_written() -> None:
    row = anonymous("Lantern House", also_known_as=("Zor", "the"))
    found = forms(row)
    assert found[FormKind.SHORT_ACRONYM] == {"Zor"}, "a common word would be found on every page"
    assert FormKind.SHORT_ACRONYM not in forms(row, allowed=("The hill of Zor",))


def test_names_of_styles_that_every_document_has_are_no_run_of_a_name() -> None:
    found = forms(anonymous("School Number 3 Yarrow"))
    assert "number 3" not in found[FormKind.RUN]
    assert "3 yarrow" in found[FormKind.RUN]


def test_what_every_file_says_is_no_run_of_a_name() -> None:
    found = forms(anonymous("Security Policy Forum Yarrow"))
    assert "security policy" not in found[FormKind.RUN]
    assert "security policy forum yarrow" in found[FormKind.NAME]
