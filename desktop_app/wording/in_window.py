"""The sentences as the window says them: where the terminal names a command, the window names a way there."""

from desktop_app.domain.reporting import Finding, ProblemError
from desktop_app.support.i18n import N_
from desktop_app.wording import sentences

OTHERWISE = {
    "perhaps-taken-back-open": N_(
        "A form's answer asks not to be named, and may be this row's. If it is, hide the row; if not, hide "
        "it and name it again, saying on what that rests."
    ),
    "text-changed-since-signed": N_(
        "The text ({language}) was changed after {signed} had signed it. The menu Letter shows what changed. "
        "Ask them, or open the new text for signature."
    ),
    "list-not-locked": N_(
        "The list holds a name now that must not get out, and no password protects it. Set one in the menu."
    ),
    "copies-not-locked": N_("The list has a password, and these copies of it have none. Set it once more."),
    "close-export-refused": N_("The last export would be refused for what follows. Settle it first."),
    "looks-like-withheld": N_(
        "The name is like that of a row which is not to be named, so it is left out. If it is the same, "
        "write it there under “Also known as”; if not, add it by hand, and say on what that rests."
    ),
    "yes-after-no": N_("The row said no before, or was set so by hand. It stays as it is."),
    "perhaps-taken-back": N_(
        "This one asks not to be named, and may be a row that is. Once it is taken over, it stops the next "
        "export. If it is that row, hide it; if not, say there on what that rests."
    ),
    "perhaps-listed-already": N_("The new row may be one that is on the list."),
    "asks-to-be-hidden": N_(
        "The name or a remark asks not to be named, or may do so: the row is taken as anonymous."
    ),
    "remark-to-read": N_(
        "A remark speaks of secrecy, of danger or of another name, so the row is taken as anonymous. Read it "
        "before you name the row."
    ),
    "named-in-another-list": N_(
        "The file is a list and not a form: to be named there is no consent to this letter, so the row waits "
        "as pending. If they signed this letter, choose “Named” above."
    ),
    "file-encrypted": N_("The file is protected by a password."),
    "import-spreadsheet": N_("This is a spreadsheet, not a letter. Import it on the signatories' page."),
    "campaign-missing": N_("There is no letter of ours in {folder}. Start one, or choose another folder."),
    "list-open": N_(
        "The list is open in {program}, since {since}. Close it there, and save again. Your changes are kept "
        "meanwhile."
    ),
    "text-signed": N_(
        "This text is open for signature as {version}, signed by {signed}. Whoever has signed must be asked "
        "about another one, or it is opened for signature anew."
    ),
    "text-open": N_(
        "This text was sent out for signature as {version}; nobody on the list has signed it yet. Once it is "
        "changed, open the new one for signature."
    ),
    "settle-which": N_(
        "The name stands in several sentences of this paragraph. Take it out of all of them but one."
    ),
    "undo-names-again": N_("Taking this step back names a signatory again that it has hidden."),
    "naming-needs-source": N_("This signatory is not to be named. To name it, say on what that rests."),
    "naming-needs-confirmation": N_(
        "This signatory is not to be named. Whoever is named by mistake may be in danger."
    ),
    "naming-like-withheld": N_(
        "The name is like that of this row, which is not to be named. If it is another signatory, say on "
        "what that rests."
    ),
    "close-not-erased": N_(
        "The list is closed, but this could not be erased. Erase it by hand, or close the campaign again."
    ),
    "form-headings-missing": N_(
        "The first row is no row of headings, or says nothing we know. Delete what stands above the "
        "headings, such as a title; if there are none, write above each column what it holds, such as "
        "Name, Country and E-mail."
    ),
    "form-sheets-several": N_("Several sheets may hold the answers: {sheets}. Keep one of them in the file."),
    "form-consent-unsure": N_(
        "It cannot be told whether a yes here publishes the name: {headings}. Say what the column means."
    ),
    "form-names-several": N_(
        "Several columns may be the name of who signs: {headings}. Say which, and “Contact” for the others."
    ),
    "form-name-missing": N_(
        "No column is plainly the name of who signs. There are: {headings}. Say which it is."
    ),
    "recipients-missing": N_("Nobody is chosen yet."),
    "date-needed": N_("The letter has no date. Give it one, or say on which day the members are meant."),
}


def of_finding(finding: Finding) -> str:
    """The sentence for a finding, without its places."""
    return sentences.of_finding(finding, OTHERWISE.get(finding.code, ""))


def of_problem(problem: ProblemError) -> str:
    """One sentence or two for an error: the file and the place, what is wrong, what to do."""
    return sentences.of_problem(problem, OTHERWISE.get(problem.code, ""))
