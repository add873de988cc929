"""Sentences for what was noticed in the answers of a form, held against the list."""

from desktop_app.support.i18n import N_

ANSWERS = {
    "answer-gone": N_(
        "The answer that this row came from was in an earlier file, and is not in this one. If both are of "
        "one form, ask whether they still sign."
    ),
    "row-gone": N_(
        "An earlier import brought this signatory, and its row is not found now, so nothing was done. Look "
        "for it under another name, and write this one there under “Also known as”."
    ),
    "row-twice": N_("Several rows of the list have this name. Settle which of them has answered."),
    "other-country": N_(
        "The name is in the list, in another country. If it is the same, write one country in both; "
        "if not, add it by hand."
    ),
    "looks-like": N_(
        "The name looks like another one. If it is the same, write it there under “Also known as”; "
        "if not, add it by hand."
    ),
    "looks-like-withheld": N_(
        "The name is like that of a row which is not to be named, so it is left out. If it is the same, "
        "write it there under “Also known as”; if not, add it by hand, with --source and --confirm."
    ),
    "same-email": N_(
        "The e-mail address is that of a row which is not to be named. Settle whether it is the same."
    ),
    "yes-after-no": N_(
        "The row said no before, or was set so by hand. It stays as it is; “signatories set” changes it."
    ),
    "perhaps-taken-back": N_(
        "This one asks not to be named, and may be a row that is. Once imported with --apply, it stops "
        "the next export. If it is that row, hide it; if not, say on what that rests: “signatories set DIR "
        "ROW --listed named --source …”. Then import again."
    ),
    "perhaps-listed-already": N_(
        "The new row may be one that is on the list. If it is, “signatories duplicates” makes one of the "
        "two, or take it back with “signatories undo”."
    ),
    "perhaps-counted-already": N_(
        "The list has {rows} anonymous rows without a name, and these may be among them. Whoever signed "
        "before would be counted twice."
    ),
    "asks-to-be-hidden": N_(
        "The name or a remark asks not to be named, or may do so: the row is taken as anonymous. If it does "
        "not, “signatories set” changes it."
    ),
    "remark-to-read": N_(
        "A remark speaks of secrecy, of danger or of another name, so the row is taken as anonymous. Read "
        "it; if it asks for nothing, “signatories set” changes that."
    ),
    "name-is-none": N_(
        "What stands where the name belongs is no name. Ask who signs, and add the row by hand."
    ),
    "name-marks-dropped": N_("The numbers and bullets before the names were taken away."),
    "consent-unclear": N_("There is no clear yes to being named, so the row is taken as anonymous."),
    "named-in-another-list": N_(
        "The file is a list and not a form: to be named there is no consent to this letter, so the row waits "
        "as pending. If they signed this letter, import it with “--listed named”."
    ),
    "answer-too-long": N_(
        "The answer to “{heading}” is longer than the {most} characters that a cell of the list holds. "
        "Shorten it in the form's file and import that again, or add the row by hand."
    ),
    "encoding-guessed": N_(
        "Nothing says which encoding the file is in; it was read as one of Windows for Western Europe. "
        "Compare this row with the one you know, letter by letter: a name that is read wrong cannot be kept "
        "out of a letter. If it is wrong, save the file as “CSV UTF-8” and take that."
    ),
    "rows-hidden": N_(
        "Rows that the workbook hides, by hand or by a filter: {rows}. They were read like all others. If "
        "one is not meant, delete it in the file and take that again."
    ),
    "columns-hidden": N_("Columns that the workbook hides were read like all others: {columns}."),
    "sheets-hidden": N_("Sheets that the workbook hides were not read: {sheets}."),
    "form-sheets-unread": N_("These sheets of the workbook hold no answers and were not read: {sheets}."),
    "form-dates-unclear": N_(
        "Whether the day or the month comes first in the form's dates cannot be told. They order nothing."
    ),
    "petition-country-unknown": N_(
        "Rows of the petition whose country is not known: {rows}. The people are counted, the country is not."
    ),
}
