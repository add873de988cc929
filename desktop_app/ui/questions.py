"""What the window asks in a dialog: a folder, a letter, a password, whether an export shall stop."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QInputDialog, QLineEdit, QMessageBox, QWidget

from desktop_app.support.i18n import _


def folder_to_open(parent: QWidget) -> Path | None:
    """The folder of a campaign; None where nothing was chosen."""
    folder = QFileDialog.getExistingDirectory(parent, _("Open a letter's folder"))
    return Path(folder) if folder else None


def letter_to_import(parent: QWidget) -> Path | None:
    """The file of an existing letter; None where nothing was chosen."""
    kinds = _("Letters") + " (*.docx *.doc *.odt *.rtf *.pdf *.html *.htm *.txt *.md)"
    file, _kind = QFileDialog.getOpenFileName(parent, _("Import a letter"), "", kinds)
    return Path(file) if file else None


def password(parent: QWidget, said: str) -> str:
    """The password of a list; empty where none was given."""
    given, entered = QInputDialog.getText(parent, _("Password"), said, QLineEdit.EchoMode.Password)
    return given if entered else ""


def stops_export(parent: QWidget) -> bool:
    """Whether an export that is running shall stop."""
    said = _("Letters are being exported. Stop, and hand nothing over?")
    box = QMessageBox(QMessageBox.Icon.Question, "Undersigned", said, parent=parent)
    go_on = box.addButton(_("Go on exporting"), QMessageBox.ButtonRole.RejectRole)
    stop = box.addButton(_("Stop the export"), QMessageBox.ButtonRole.DestructiveRole)
    box.setDefaultButton(go_on)
    box.setEscapeButton(go_on)
    box.exec()
    return box.clickedButton() is stop


def picture_to_take(parent: QWidget) -> Path | None:
    """The file of a picture; None where nothing was chosen."""
    kinds = _("Pictures") + " (*.png *.jpg *.jpeg *.gif *.bmp *.tif *.tiff)"
    file, _kind = QFileDialog.getOpenFileName(parent, _("Picture of the signature"), "", kinds)
    return Path(file) if file else None
