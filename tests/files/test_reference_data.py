"""The shipped tables are whole, quick to read, and noticed when they break."""

import datetime as dt
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from desktop_app.domain.reporting import ProblemError
from desktop_app.files.reference_checks import check
from desktop_app.files.reference_data import LANGUAGES, Reference, load
from desktop_app.support import resources

Break = Callable[[Path], None]


def test_the_tables_are_whole(reference: Reference) -> None:
    check(reference)


def replacing(old: str, new: str) -> Callable[[Path], None]:
    def change(file: Path) -> None:
        text = file.read_text("utf-8")
        assert old in text
        file.write_text(text.replace(old, new, 1), "utf-8")

    return change


BREAKS = [
    ("recipients/states.csv", replacing("ALB,AL,", "ALB,AF,")),
    ("recipients/states.csv", replacing("MMR,MM,104,member,1948-04-19", "MMR,MM,104,member,19 April 1948")),
    ("recipients/states.csv", replacing("asia-pacific", "african")),
    ("recipients/states.csv", replacing("member", "observer")),
    ("recipients/states.csv", replacing("VNM", "VTN")),
    ("recipients/names-en.csv", replacing("Naoero", "Zzz")),
    ("recipients/names-fr.csv", replacing("le Japon,du Japon", "le Japon,de le Japon")),
    ("recipients/names-fr.csv", replacing("à l'Algérie", "")),
    ("recipients/names-fr.csv", replacing("l'Inde", "l’Inde")),
    ("recipients/names-es.csv", replacing("del Perú,al Perú", "del Perú,a el Perú")),
    ("recipients/names-es.csv", replacing("Reino de España", "Reino  de España")),
    ("recipients/names-ru.csv", replacing("Франция", "France")),
    ("recipients/names-zh.csv", replacing("JPN,", "XXX,")),
    ("recipients/missions-new-york.csv", replacing("10017", "1001")),
    ("recipients/missions-new-york.csv", replacing("326 East 48th Street", "326 East 48th Street; Annex")),
    ("recipients/missions-new-york.csv", replacing(" to the United Nations,", ",")),
    ("recipients/bodies.toml", replacing('"TCD", ', "")),
    ("recipients/bodies.toml", replacing('"AGO", "MYS"', '"MYS", "MYS"')),
    ("recipients/bodies.toml", replacing('"AGO", "MYS"', '"AGX", "MYS"')),
    ("recipients/bodies.toml", replacing("to = 2022-04-07", "to = 2022-04-08")),
    ("recipients/bodies.toml", replacing('state = "CHL"', 'state = "CHN"')),
    ("recipients/bodies.toml", replacing('state = "SEN"', 'state = "FRA"')),
    ("recipients/bodies.toml", replacing("to = 2015-12-31", "to = 2013-12-31")),
    ("addressing/posts.toml", replacing('"MCO"', '"MON"')),
    ("addressing/posts.toml", replacing('"LUX"', '"JPN"')),
    ("addressing/posts.toml", replacing('seat = "geneva", office', 'seat = "capital", office')),
    ("addressing/fr.toml", replacing('language = "fr"', 'language = "es"')),
    ("addressing/en.toml", replacing("{mission}", "{misison}")),
    ("addressing/en.toml", replacing("Permanent Representative {of}", "Permanent  Representative {of}")),
    ("addressing/en.toml", replacing('"The Permanent', '"H.E. The Permanent')),
    ("addressing/fr.toml", replacing('n = "Excellence,"', 'n = "Excellence"')),
    ("addressing/fr.toml", replacing("agréer, {vocative}", "agréer")),
    ("addressing/es.toml", replacing("g = ", "x = ")),
    ("addressing/es.toml", replacing("[body.quad]", "[body.quod]")),
    ("addressing/ru.toml", replacing('"Женева"', '"Нью-Йорк"')),
    ("addressing/zh.toml", replacing("[post.head-of-government]", "[post.head-of-cabinet]")),
    ("addressing/ar.toml", replacing("[courtesy]", "[curtsy]")),
    ("addressing/en.toml", replacing('publish = "May', 'consent = "May')),
    ("addressing/fr.toml", replacing('number = "[nombre]"', 'number = "nombre"')),
    ("addressing/es.toml", replacing('moment = "{date} a las {time}"', 'moment = "{date}"')),
    ("addressing/es.toml", replacing('"[Tratamiento]:"', '"[Tratamiento],"')),
    ("addressing/zh.toml", replacing("《{title}》", "《》")),
]


@pytest.mark.parametrize(("name", "broken"), BREAKS)
def test_whatever_breaks_is_noticed(tmp_path: Path, name: str, broken: Break) -> None:
    root = shutil.copytree(resources.path("resources"), tmp_path / "resources")
    broken(root / name)
    with pytest.raises(ProblemError, match="reference-broken") as raised:
        check(load(root))
    assert raised.value.values["why"]


def test_a_missing_table_is_named(tmp_path: Path) -> None:
    with pytest.raises(ProblemError, match="reference-broken") as raised:
        _ = load(tmp_path).states
    assert raised.value.place.file == "recipients/states.csv"


def test_only_the_languages_asked_for_are_read(tmp_path: Path) -> None:
    root = shutil.copytree(resources.path("resources"), tmp_path / "resources")
    for language in LANGUAGES[2:]:
        (root / "recipients" / f"names-{language}.csv").unlink()
        (root / "addressing" / f"{language}.toml").unlink()
    reference = load(root)
    assert reference.names("fr")["JPN"].of == "du Japon"
    assert reference.manner("fr").language == "fr"


@pytest.mark.parametrize(
    ("given", "iso3"),
    [
        ("jpn", "JPN"),
        ("CI", "CIV"),
        ("Côte d'Ivoire", "CIV"),
        ("COTE D’IVOIRE", "CIV"),
        ("Turkey", "TUR"),
        ("les États-Unis d'Amérique", "USA"),
        ("Reino de España", "ESP"),
        ("Япония", "JPN"),
        ("日本", "JPN"),
        ("Atlantis", ""),
        ("", ""),
    ],
)
def test_a_state_is_recognised(reference: Reference, given: str, iso3: str) -> None:
    assert reference.find_state(given) == iso3


def test_apostrophes_leave_typeset(reference: Reference) -> None:
    assert reference.names("en")["CIV"].short == "Côte d’Ivoire"
    assert "’" in reference.phrases("fr").sample


def test_the_fixed_sentences(reference: Reference) -> None:
    phrases = reference.phrases("en")
    assert phrases.sample == "Sample. Not signed by anyone."
    assert phrases.draft == "Draft"
    assert phrases.courtesy["fr"] == "Courtesy translation. The French text is the one signed."
    assert set(phrases.count.some["organisation"]) == {"one", "other", "hidden"}
    assert set(reference.phrases("ar").count.some["organisation"]) == {"one", "two", "other", "hidden"}


def test_every_body_says_where_its_members_are_written_and_of_which_day(reference: Reference) -> None:
    day = dt.date(2024, 2, 1)
    assert reference.compiled > day
    with_source = {name for name in reference.bodies if reference.sources(name, day)}
    # The others are groups of the United Nations' own members.
    assert {"security-council", "human-rights-council", "asean", "eu", "au", "oic", "g7"} < with_source
    assert all("http" in source for source in reference.sources("security-council", day))
