"""Pictures of any making are drawn anew or refused, within the memory there is."""

import io
import struct

from PIL import Image

from desktop_app.files.docx_scrub.pictures import redraw


def picture(width: int, height: int, kind: str = "PNG", mode: str = "RGB") -> bytes:
    out = io.BytesIO()
    Image.new(mode, (width, height)).save(out, kind)
    return out.getvalue()


def tiff_with_a_broken_offset() -> bytes:
    """The place of its pixels is a fraction: Pillow's reader fails with a TypeError."""
    data = bytearray(picture(4, 4, "TIFF"))
    (directory,) = struct.unpack_from("<I", data, 4)
    (entries,) = struct.unpack_from("<H", data, directory)
    for at in range(directory + 2, directory + 2 + 12 * entries, 12):
        if struct.unpack_from("<H", data, at) == (273,):
            struct.pack_into("<HII", data, at + 2, 5, 1, 8)
    return bytes(data)


def test_a_picture_on_which_pillow_stumbles_is_none() -> None:
    assert redraw(tiff_with_a_broken_offset()) is None


def test_a_picture_that_is_one_long_line_is_none() -> None:
    assert redraw(picture(70_000, 1)) is None
    assert redraw(picture(1, 70_000)) is None
    assert redraw(picture(60_000, 1)) is not None


def test_a_picture_of_more_pixels_than_are_left_is_none() -> None:
    assert redraw(picture(10, 10), most=99) is None
    drawn = redraw(picture(10, 10), (0.5, 0, 0, 0), most=100)
    assert drawn is not None
    assert (drawn.width, drawn.read) == (5, 100)
