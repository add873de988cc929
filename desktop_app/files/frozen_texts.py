"""The texts that were opened for signature, kept in ``private/texts``: to be read, and to be compared.

Of each letter lies there what goes out, fields and all, without what comes along unasked in a draft: comments
and tracked changes may name anybody, and this folder is still there when a campaign is closed.
"""

import datetime as dt
import json
from collections.abc import Mapping
from pathlib import Path

from desktop_app.domain.campaign import Campaign
from desktop_app.domain.freezing import FrozenText, Passage
from desktop_app.domain.reporting import Place, ProblemError
from desktop_app.files.campaign_folder import letter_name, move_into_place, not_writable, working_folder
from desktop_app.files.docx_merge.splice import Shell
from desktop_app.files.docx_package import serialise
from desktop_app.files.kept_copies import private
from desktop_app.files.letter_docx import LetterDraft
from desktop_app.files.package_gate import read_bytes
from desktop_app.files.safe_save import make_private, write_private

TEXTS = "texts"
_TEXT = "text.json"


def passages_of(draft: LetterDraft) -> tuple[Passage, ...]:
    """The paragraphs of a letter as they are kept and compared."""
    return tuple(Passage(paragraph.part, paragraph.number, paragraph.text) for paragraph in draft.paragraphs)


def keep_text(
    folder: Path, number: int, moment: dt.datetime, campaign: Campaign, drafts: Mapping[str, LetterDraft]
) -> FrozenText:
    """Keep the letter of every language as it is: all of them, or none.

    Raises:
        ProblemError: ``folder-not-writable`` or ``disk-full``.
    """
    kept = FrozenText(number, moment, {language: passages_of(draft) for language, draft in drafts.items()})
    target = _place(folder) / str(number)
    try:
        make_private(target.parent)
    except OSError as error:
        raise not_writable(target, error) from None
    with working_folder(target) as work:
        work.chmod(0o700)
        for language, draft in drafts.items():
            copy = _clean_copy(draft, campaign.text(language).title or campaign.title)
            write_private(work / letter_name(language, campaign.languages[0]), copy)
        write_private(work / _TEXT, json.dumps(_json(kept), ensure_ascii=False, indent=1).encode())
        move_into_place(work, target)
    return kept


def frozen_texts(folder: Path) -> tuple[FrozenText, ...]:
    """Every text that was opened for signature, the oldest first.

    Raises:
        ProblemError: ``frozen-text-broken`` where one is not as we write it, or their folder is a link that
            leads nowhere; it is left as it is.
    """
    place = _place(folder)
    if any(part.is_symlink() and not part.is_dir() for part in (place, place.parent)):
        raise ProblemError("frozen-text-broken", Place(f"private/{TEXTS}"))  # it leads nowhere: not "none"
    names = [path.name for path in place.iterdir()] if place.is_dir() else []
    return tuple(_read(place / name) for name in sorted(filter(_is_number, names), key=int))


def current_version(folder: Path) -> str:
    """What a sign-on records of the text that it signs now; empty where no text was opened for signature.

    Raises:
        ProblemError: as ``frozen_texts``.
    """
    texts = frozen_texts(folder)
    return texts[-1].label if texts else ""


def _place(folder: Path) -> Path:
    return private(folder) / TEXTS


def _is_number(name: str) -> bool:
    return name.isascii() and name.isdigit()


def _clean_copy(draft: LetterDraft, title: str) -> bytes:
    parts = draft.package.supporting_parts(title, None)
    parts |= {story.name: serialise(story.root) for story in draft.package.stories}
    return Shell(parts).file({})


def _json(kept: FrozenText) -> Mapping[str, object]:
    texts = {
        language: [[passage.part, passage.number, passage.text] for passage in passages]
        for language, passages in kept.texts.items()
    }
    return {"moment": kept.moment.isoformat(), "texts": texts}


def _read(place: Path) -> FrozenText:
    try:
        content = json.loads(read_bytes(place / _TEXT))
        texts = {
            str(language): tuple(Passage(str(part), int(number), str(text)) for part, number, text in rows)
            for language, rows in content["texts"].items()
        }
        moment = dt.datetime.fromisoformat(content["moment"]).astimezone(dt.UTC)
    except (ValueError, TypeError, KeyError, AttributeError, OverflowError, RecursionError):
        raise _broken(place) from None
    except ProblemError:
        raise _broken(place) from None
    return FrozenText(int(place.name), moment, texts)


def _broken(place: Path) -> ProblemError:
    return ProblemError("frozen-text-broken", Place(f"private/{TEXTS}/{place.name}/{_TEXT}"))
