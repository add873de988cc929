"""What asks in passing not to be named, and what only sounds like it."""

import pytest

from desktop_app.domain.refusals import asks_to_be_hidden, is_name_of_hidden, is_no_name, is_to_be_read


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
        "not to be shown to anyone",
        "Our name must not be mentioned",
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


@pytest.mark.parametrize(
    "remark",
    [
        "Our government must not learn of this",
        "The police must never find out!",
        "Nobody may know that we signed",
        "This is secret",
        "It would be dangerous for us",
        "We are at risk here",
        "Our members fear reprisals",
        "Please be careful with this",
        "use the name “Free Birds” instead",
        "Please use our alias",
        "A pseudonym would be better",
        "Put us as Free Birds",
        "Please list us under another name",
        "Notre gouvernement ne doit pas l’apprendre",
        "Que la police ne le sache pas",
        "C'est dangereux pour nous",
        "Utilisez le nom « Oiseaux libres » à la place",
        "Restez discrets, s'il vous plaît",
        "Que el gobierno no se entere",
        "Es peligroso para nosotros",
        "Usen el nombre “Aves libres” en su lugar",
        "Un seudónimo, por favor",
        "Das wäre für uns gefährlich",
        "Это опасно для нас",
        "هذا خطر علينا",
    ],
)
def test_a_remark_of_secrecy_of_danger_or_of_another_name_is_to_be_read(remark: str) -> None:
    assert is_to_be_read(remark)
    assert is_to_be_read(remark.upper())


@pytest.mark.parametrize(
    "remark",
    [
        "",
        "Yes",
        "Thank you for organising this!",
        "Thanks, we fully support the letter.",
        "The government must act now.",
        "We thank you for your work on police violence",
        "Please publish our name and logo",
        "We work with refugees in three towns",
        "Our logo is attached. See you in Geneva",
        "No comments",
        "Take care!",
        "We know this letter matters",
        "Chair of the board since 2019",
        "Merci pour votre travail !",
        "Le gouvernement doit agir",
        "¡Gracias por organizar esto!",
        "El gobierno debe actuar",
        "Vielen Dank",
        "Спасибо",
        "شكراً لكم",
    ],
)
def test_thanks_and_opinions_need_no_second_reading(remark: str) -> None:
    assert not is_to_be_read(remark)
