"""The sample: a complete letter, and a list of invented names of the shape of a real one."""

import re
from collections import Counter
from itertools import pairwise
from pathlib import Path

from template_files import TEMPLATES, body, rows, texts


def named() -> list[dict[str, str]]:
    return [row for row in rows("sample") if row["Listed"] == "named"]


def anonymous() -> list[dict[str, str]]:
    return [row for row in rows("sample") if row["Listed"] == "anonymous"]


def printed() -> str:
    """What an export prints, and what the campaign says in its letters."""
    return "\n".join(
        [
            *(f"{row['Name']} ({row.get('Acronym', '')})" for row in named()),
            *(text for letter in (TEMPLATES / "sample").glob("*.docx") for text in texts(letter)),
            (TEMPLATES / "sample" / "campaign.toml").read_text("utf-8"),
        ]
    )


def test_its_figures_have_the_shape_of_the_list_of_2024() -> None:
    members = Counter(row["Member of"] for row in named() if "Member of" in row)
    assert (len(named()), members.total()) == (402, 41)
    assert sorted(members.values()) == [3, 5, 6, 12, 15]
    assert members.keys() <= {row["Name"] for row in named()}
    assert len(anonymous()) == 84
    assert len(rows("sample")) == 486


def test_every_row_has_a_name_of_its_own() -> None:
    assert len({row["Name"].casefold() for row in rows("sample")}) == 486


def test_anonymous_rows_are_scattered() -> None:
    listed = [row["Listed"] for row in rows("sample")]
    quarters = [listed[start : start + 122].count("anonymous") for start in range(0, 486, 122)]
    assert min(quarters) > 10


def test_its_names_are_as_hard_as_real_ones() -> None:
    names = "\n".join(row["Name"] for row in named())
    for hard in (r"^The ", r"^#", r"^\d", r"[“\"]", r"’", r" – ", r"\(", r".{100}"):
        assert re.search(hard, names, re.MULTILINE), hard
    for first, last in ("\u1000\u109f", "\u0600\u06ff", "\u4e00\u9fff", "\u0e00\u0e7f", "\u0400\u04ff"):
        assert len(re.findall(f"^.*[{first}-{last}].*$", names, re.MULTILINE)) >= 2


def test_no_form_of_an_anonymous_name_stands_in_public() -> None:
    public = printed().casefold()
    words = set(re.findall(r"\w+", public))
    for row in anonymous():
        assert row["Name"].casefold() not in public
        assert row.get("E-mail", "no address") not in public
        acronym = row.get("Acronym", "").casefold()
        assert acronym not in words
        assert len(acronym) < 4 or acronym not in public


def test_no_run_of_two_words_is_shared_with_an_anonymous_name() -> None:
    public = set(pairwise(re.findall(r"\w+", printed().casefold())))
    for row in anonymous():
        assert not public & set(pairwise(re.findall(r"\w+", row["Name"].casefold())))


def test_the_samples_languages_give_the_same_figures() -> None:
    def figures(letter: Path) -> list[str]:
        text = " ".join(text for style, text in body(letter) if style in ("BodyText", "Ask", "ListNumber"))
        return sorted(re.findall(r"\d+", re.sub(r"(?<=\d)[.,\u202f](?=\d{3})", "", text.replace("1er", "1"))))

    english, *others = (figures(letter) for letter in sorted((TEMPLATES / "sample").glob("*.docx")))
    assert len(english) > 15
    assert others == [english, english]


def test_the_sample_has_no_prompt_left() -> None:
    for letter in (TEMPLATES / "sample").glob("*.docx"):
        assert "[" not in "\n".join(texts(letter))
    assert not re.findall(
        r"^\w.*\[[A-Za-z]", (TEMPLATES / "sample" / "campaign.toml").read_text("utf-8"), re.MULTILINE
    )
