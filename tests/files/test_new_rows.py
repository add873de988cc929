"""A new row is written as the cells of a tree would be: tests hold the one against the other."""

from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from desktop_app.domain.plain_text import plain
from desktop_app.files.list_editor.cells import new_cell_at, put
from desktop_app.files.list_editor.new_rows import row_xml
from desktop_app.files.sheetml import MAIN, x

TEXTS = st.dictionaries(
    st.integers(1, 60), st.text(st.sampled_from("aZé <>&\"'\n\t_x0041_=ကာ\u202e\x00\ud800"), max_size=12)
)
STYLES = st.dictionaries(st.integers(1, 60), st.sampled_from(["", "3", '"<&']))


def as_tree(number: int, texts: dict[int, str], styles: dict[int, str]) -> etree._Element:
    row = etree.Element(x("row"), {"r": str(number)}, {None: MAIN})
    for column in sorted({*texts, *styles}):
        put(new_cell_at(row, column, styles.get(column, "")), plain(texts.get(column, "")))
    return row


@given(st.sampled_from(["", "x:"]), TEXTS, STYLES)
def test_a_row_says_what_its_cells_would_say(
    prefix: str, texts: dict[int, str], styles: dict[int, str]
) -> None:
    declared = f'xmlns:x="{MAIN}"' if prefix else f'xmlns="{MAIN}"'
    made = row_xml(prefix, 7, None, texts, styles)
    (row,) = etree.fromstring(b"<s %s>%s</s>" % (declared.encode(), made))
    expected = as_tree(7, texts, styles)
    assert [(e.tag, dict(e.attrib), e.text) for e in row.iter()] == [
        (e.tag, dict(e.attrib), e.text) for e in expected.iter()
    ]


def test_it_has_the_look_of_the_row_above() -> None:
    model = etree.fromstring(f'<row xmlns="{MAIN}" r="6" s="4" customFormat="1" ht="90" spans="1:2"/>')
    made = row_xml("", 7, model, {2: "Harbour Watch"}, {1: "5", 2: "6"})
    assert made == (
        b'<row r="7" s="4" customFormat="1"><c r="A7" s="5"/>'
        b'<c r="B7" s="6" t="inlineStr"><is><t>Harbour Watch</t></is></c></row>'
    )
