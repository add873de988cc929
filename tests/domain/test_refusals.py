"""What asks in passing not to be named, and what only sounds like it."""

import pytest

from desktop_app.domain.refusals import asks_to_be_hidden, is_name_of_hidden, is_no_name


@pytest.mark.parametrize(
    "remark",
    [
        "But please do NOT publish our name, only count us",
        "Don’t list us on the website",
        "We prefer to stay anonymous.",
        "Strictly confidential!",
        "Not for publication",
        "We withdraw our signature",
        "please take us off",
        "We would rather our name was left out",
        "for security reasons list us as Friends",
        "nous souhaitons rester discrets",
        "please keep our name private",
        "We cannot appear in public",
        "Please do not ... publish our name",
        "We'd rather not be named",
        "Merci de ne pas publier notre nom",
        "Nous ne souhaitons pas être nommés",
        "N'affichez pas le nom de l'association",
        "À garder confidentiel",
        "Por favor, no publiquen nuestro nombre",
        "Preferimos no aparecer en la lista",
        "Queremos permanecer en el anonimato",
        "Bitte unseren Namen nicht veröffentlichen",
        "Veröffentlichen Sie unseren Namen bitte nicht",
        "Bitte vertraulich behandeln",
        "Não publiquem o nosso nome, por favor",
        "Preferimos não ser nomeados",
        "يرجى عدم نشر اسم منظمتنا",
        "لا تنشروا اسمنا",
        "نريد أن يبقى الاسم سرياً",
        "Пожалуйста, не публикуйте наше название",
        "Просим не называть нас",
        "Хотим остаться анонимными",
    ],
)
def test_a_remark_asks_to_be_hidden(remark: str) -> None:
    assert asks_to_be_hidden(remark)
    assert asks_to_be_hidden(remark.upper())


@pytest.mark.parametrize(
    "remark",
    [
        "",
        "Yes",
        "No",
        "Thank you for this important letter!",
        "We have full confidence in the coalition",
        "No problem at all",
        "No further comments. Please publish widely!",
        "Please publish our name and logo",
        "We are not sure whether the date is right",
        "Private foundation",
        "Nous n'avons pas de commentaire",
        "Sin comentarios",
        "Kein Kommentar",
        "Нет замечаний",
        "سريلانكا",
        "سريعاً",
        "Asociación Siria de Mujeres",
    ],
)
def test_a_remark_about_something_else_hides_nobody(remark: str) -> None:
    assert not asks_to_be_hidden(remark)


@pytest.mark.parametrize(
    "name",
    [
        "Pear Fund (please keep anonymous)",
        "Pear Fund please keep anonymous",
        "We do not want to be named",
        "ANONYMOUS",
        "Anonymous (Yangon)",
        "Plum House - do not publish",
        "Plum House, anonymous",
        "Fig Group [withheld]",
        "Réseau Figue (anonyme)",
        "Fundación Pera - no publicar",
        "Anónimo",
        "Фонд Слива (не публиковать)",
        "صندوق التين (عدم النشر)",
    ],
)
def test_a_name_asks_to_be_hidden(name: str) -> None:
    assert is_name_of_hidden(name)


@pytest.mark.parametrize(
    "name",
    [
        "Alcoholics Anonymous",
        "Doctors Without Borders",
        "Médecins sans frontières",
        "Say No to Violence",
        "Not In Our Name",
        "Secret Garden Press",
        "Private Sector Forum",
        "Asociación Siria de Mujeres",
        "Organización sin fines de lucro Pera",
        "Never Again",
        "Ärzte ohne Grenzen",
        "Public Services Union",
    ],
)
def test_a_name_with_a_no_in_it_is_a_name(name: str) -> None:
    assert not is_name_of_hidden(name)


@pytest.mark.parametrize("name", ["-", "—", "?", "...", "N/A", "n.a.", "Test", "TBC", "none", "无"])
def test_what_stands_for_no_name_is_none(name: str) -> None:
    assert is_no_name(name)


@pytest.mark.parametrize("name", ["Testimony Now", "NAP", "1989", "အမည်", "名", "Nil by Mouth"])
def test_a_short_name_is_a_name(name: str) -> None:
    assert not is_no_name(name)
