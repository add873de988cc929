"""Where a withheld name was found, and which form of it."""

from desktop_app.domain.withheld import FormKind
from desktop_app.services.search_results import Hit
from desktop_app.support.i18n import N_, _
from desktop_app.wording.places import of_file, of_part

FORMS = {
    FormKind.NAME: N_("name"),
    FormKind.ACRONYM: N_("acronym"),
    FormKind.ALIAS: N_("alias"),
    FormKind.EMAIL: N_("e-mail"),
    FormKind.DOMAIN: N_("domain"),
    FormKind.SHORT_ACRONYM: N_("short acronym"),
    FormKind.RUN: N_("run of words"),
}


def of_hit(hit: Hit) -> str:
    """A line about a withheld name that was found."""
    row = _("(withheld, row {row})").format(row=hit.row)
    where = " ".join(filter(None, (of_part(hit.part), row)))
    return f"{of_file(hit.file)}: {where}, {_(FORMS[hit.form])}"


def of_doubt(hit: Hit) -> str:
    """A line about what may be a withheld name."""
    return _("{file}: have a look, row {row}").format(file=of_file(hit.file), row=hit.row)
