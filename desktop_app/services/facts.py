"""Changes single facts of a campaign in its campaign.toml, each a step that can be taken back."""

from collections.abc import Sequence

from desktop_app.files.campaign_toml import FILE
from desktop_app.files.settings_edit import Setting, with_setting
from desktop_app.services.changing_files import changed_file
from desktop_app.services.opening import OpenCampaign
from desktop_app.services.undoing import FileStep


def set_fact(opened: OpenCampaign, keys: Sequence[str], value: Setting) -> FileStep | None:
    """Write a fact; None where it stands there already.

    Args:
        opened: The campaign.
        keys: Where it stands: ``("text", "fr", "subject")``.
        value: The fact; None or an empty text takes it out.

    Raises:
        ProblemError: as ``with_setting`` and ``changed_file``.
    """
    return changed_file("settings", opened.folder / FILE, lambda data: with_setting(data or b"", keys, value))
