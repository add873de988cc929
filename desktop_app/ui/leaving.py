"""Leaving the campaign that is open: what is exported, being typed or not saved yet comes first."""

from collections.abc import Callable

from desktop_app.domain.reporting import ProblemError
from desktop_app.support.i18n import _
from desktop_app.ui.pages import Pages
from desktop_app.ui.questions import stops_export

Tell = Callable[[ProblemError, Callable[[], object]], None]


def may_stop_export(pages: Pages) -> bool:
    """Whether no export is running any more: somebody may want it to go on."""
    if not pages.export.run.is_running:
        return True
    if not stops_export(pages.window()):
        return False
    pages.export.forget()
    return True


def put_away(pages: Pages, tell: Tell, again: Callable[[], object]) -> bool:
    """Save and clear the desk; False where that failed, which is said, or an export shall go on.

    Args:
        pages: The campaign's.
        tell: Says what stopped it.
        again: Asks for the same once more.
    """
    if not may_stop_export(pages):
        return False
    try:
        if not pages.commit():
            return False
        pages.desk.put_away()
    except ProblemError as problem:
        if pages.desk.editing.is_kept:
            _offer_to_leave(pages, problem, again)
        else:
            tell(problem, again)
        return False
    return True


def _offer_to_leave(pages: Pages, problem: ProblemError, again: Callable[[], object]) -> None:
    """The list cannot be saved, but the journal keeps the steps: there is a way out."""

    def leave() -> None:
        pages.desk.leave_unsaved()
        pages.window().close()

    link = (_("Close all the same: the steps are kept for the next time"), leave)
    pages.notices.say_problem(problem, [link], again=again)
