"""Letters put together from stretches that were compressed once are ordinary zip files."""

import io
import zipfile

from hypothesis import given
from hypothesis import strategies as st

from desktop_app.files.docx_merge.splice import Segment, Shell

BODY = "word/document.xml"
stretches = st.lists(st.tuples(st.booleans(), st.binary(max_size=300), st.integers(0, 400)), max_size=6)


@given(stretches)
def test_what_was_put_in_comes_out_again(made: list[tuple[bool, bytes, int]]) -> None:
    items = [(constant, data * times) for constant, data, times in made]
    shell = Shell({"word/styles.xml": b"<styles/>"})
    file = shell.file({BODY: [Segment(data) if constant else data for constant, data in items]})
    with zipfile.ZipFile(io.BytesIO(file)) as package:
        assert package.testzip() is None
        assert package.read(BODY) == b"".join(data for _, data in items)
        assert package.read("word/styles.xml") == b"<styles/>"


def test_a_zip_tells_neither_time_nor_system() -> None:
    file = Shell({"word/styles.xml": b"<styles/>"}).file({BODY: [Segment(b"<p/>"), b"<q/>"]})
    with zipfile.ZipFile(io.BytesIO(file)) as package:
        told = {(m.date_time, m.extra, m.comment, m.external_attr) for m in package.infolist()}
    assert told == {((1980, 1, 1, 0, 0, 0), b"", b"", 0)}
