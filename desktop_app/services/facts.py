"""Changes single facts of a campaign in its campaign.toml, each a step that can be taken back."""

from collections.abc import Sequence

from desktop_app.files.campaign_folder import not_writable
from desktop_app.files.campaign_toml import FILE
from desktop_app.files.package_gate import read_bytes
from desktop_app.files.safe_save import write_private
from desktop_app.files.settings_edit import Setting, with_setting
from desktop_app.services.opening import OpenCampaign
from desktop_app.services.undoing import FileStep


def set_fact(opened: OpenCampaign, keys: Sequence[str], value: Setting) -> FileStep | None:
    """Write a fact; None where it stands there already.

    Args:
        opened: The campaign.
        keys: Where it stands: ``("text", "fr", "subject")``.
        value: The fact; None or an empty text takes it out.

    Raises:
        ProblemError: as ``with_setting``; ``folder-not-writable`` or ``disk-full``.
    """
    path = opened.folder / FILE
    before = read_bytes(path)
    after = with_setting(before, keys, value)
    if after == before:
        return None
    try:
        write_private(path, after)
    except OSError as error:
        raise not_writable(path, error) from None
    return FileStep("settings", path, before, after)
