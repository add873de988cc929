"""Changes single facts of a campaign in its campaign.toml, each a step that can be taken back."""

from collections.abc import Sequence
from pathlib import Path

from desktop_app.domain.file_names import safe
from desktop_app.domain.reporting import Place, ProblemError
from desktop_app.files.docx_scrub.pictures import redraw
from desktop_app.files.package_gate import read_bytes
from desktop_app.files.settings_edit import Key, Setting, with_setting
from desktop_app.files.settings_table import FILE
from desktop_app.services.changing_files import changed_file, write_file
from desktop_app.services.opening import OpenCampaign
from desktop_app.services.undoing import FileStep


def set_fact(opened: OpenCampaign, keys: Sequence[Key], value: Setting) -> FileStep | None:
    """Write a fact; None where it stands there already.

    Args:
        opened: The campaign.
        keys: Where it stands: ``("text", "fr", "subject")``, ``("contacts", 0, "name")``.
        value: The fact; nothing or an empty one takes it out.

    Raises:
        ProblemError: as ``with_setting`` and ``changed_file``.
    """
    return changed_file("settings", opened.folder / FILE, lambda data: with_setting(data or b"", keys, value))


def take_picture(opened: OpenCampaign, signer: int, source: Path) -> FileStep | None:
    """Have a signature's picture in the campaign's folder, and say that it is that signer's.

    The copy stays when the step is taken back: it may be all that is left of the picture.

    Args:
        opened: The campaign.
        signer: The number of who signs, from 0.
        source: The picture, wherever it lies.

    Raises:
        ProblemError: ``picture-unreadable``; as ``read_bytes``, ``write_file`` and ``set_fact``.
    """
    data = read_bytes(source)
    if redraw(data) is None:
        raise ProblemError("picture-unreadable", Place(file=source.name))
    name = _name_for(opened.folder, source.name, data)
    if not (opened.folder / name).exists():
        write_file(opened.folder / name, data)
    return set_fact(opened, ("signed_by", signer, "picture"), name)


def _name_for(folder: Path, name: str, data: bytes) -> str:
    """A name that is free in the folder, or that of the same picture."""
    path = Path(safe(name))
    names = (path.name, *(f"{path.stem} {number}{path.suffix}" for number in range(2, 1000)))
    return next(
        name for name in names if not (folder / name).exists() or (folder / name).read_bytes() == data
    )
