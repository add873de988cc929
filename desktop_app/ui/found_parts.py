"""What was found in an imported letter: each part with what it says, and whether it was found."""

from desktop_app.domain.letter_anatomy import Anatomy, Role
from desktop_app.support.i18n import _, ngettext
from desktop_app.ui import kit
from desktop_app.wording.imports import of_role

_FOUND = (
    *(Role.TITLE, Role.DATE, Role.ADDRESSEE, Role.SUBJECT, Role.SALUTATION, Role.CLOSING),
    Role.STATEMENT,
)


class FoundParts(kit.Card):
    """Over an ``Anatomy``."""

    def __init__(self) -> None:
        super().__init__(margins=8, spacing=0)

    def show_anatomy(self, anatomy: Anatomy) -> None:
        """Another one."""
        kit.clear(self.body)
        for role in _FOUND:
            self._add(of_role(role), anatomy.text_of(role), sure=anatomy.parts.get(role) is not None)
        blocks = len(anatomy.body)
        text = ngettext("{number} paragraph", "{number} paragraphs", blocks).format(number=blocks)
        self._add(_("Text"), text, sure=bool(blocks))
        members = sum(1 for name in anatomy.names if name.member_of)
        listed = _("{names}, {members} of them members of networks").format(
            names=len(anatomy.names), members=members
        )
        self._add(_("Signatories"), listed if anatomy.names else "", sure=bool(anatomy.names))
        claimed = anatomy.claimed
        if claimed.total is not None:
            said = _("{total}, {anonymous} of them not named").format(
                total=claimed.total, anonymous=claimed.anonymous or 0
            )
            self._add(_("Claimed"), said, sure=claimed.total == len(anatomy.names))

    def _add(self, word: str, text: str, *, sure: bool) -> None:
        sign = kit.Icon("circle-check", "ok") if sure else kit.Icon("triangle-alert", "warn")
        said = kit.Text(text or _("not found"), "caption", colour="text2", wraps=True)
        words = kit.column(kit.Text(word, weight=500), said, spacing=0)
        line = kit.row(sign, words, spacing=10)
        line.setContentsMargins(8, 6, 8, 6)
        line.setStretch(1, 1)
        self.body.addLayout(line)
