"""Sentences for errors: what happened, where, and what to do."""

from desktop_app.support.i18n import N_

PROBLEMS = {
    # files
    "file-missing": N_("The file is not there."),
    "file-locked": N_(
        "The file cannot be opened: it is in use, or you may not read it. Close it and try again."
    ),
    "file-is-folder": N_("This is a folder, not a file."),
    "file-is-device": N_("This is a device or a pipe, not a file."),
    "file-not-readable": N_("The file cannot be read: {reason}."),
    "file-too-large": N_(
        "The file is larger than any letter or list (200 MB, or 5 million cells of a sheet, at the most), or "
        "unpacks to more, so it was not opened. Copy what you need of it into a new document, and use that."
    ),
    "file-encrypted": N_(
        "The file is protected by a password. That of a list is given by --password-stdin or "
        "UNDERSIGNED_PASSWORD; save any other file without one."
    ),
    "password-wrong": N_("The password does not open this file."),
    "file-old-format": N_("The file is in an office format of before 2007. Save it as .docx or .xlsx."),
    "file-empty": N_(
        "The file is empty: nothing of it was saved or sent. Put an earlier copy in its place, or ask for it "
        "again."
    ),
    "file-wrong-kind": N_(
        "This is no .{kind} file, whatever its name says. Open it in the program it was made with, and save "
        "it as .{kind}."
    ),
    "file-encoding-unknown": N_(
        "The letters of this file cannot be told: it is in an old encoding that it does not name. Save it "
        "as “CSV UTF-8”, or a plain text as UTF-8, and take that."
    ),
    "file-encoding-wrong": N_(
        "The file says that it is in UTF-16, and is not. Save it as “CSV UTF-8”, or a plain text as UTF-8, "
        "and take that."
    ),
    "file-damaged": N_(
        "The file is damaged, perhaps cut short, and cannot be read. Open it in Word or Excel and save it "
        "anew; if that fails, put an earlier copy in its place, or ask for it again."
    ),
    "csv-row-broken": N_(
        "A quotation mark in this row is never closed, or stands where none may, so that rows would be lost. "
        "Correct it, or save the file as .xlsx."
    ),
    "csv-row-nul": N_(
        "A sign that no text has (NUL) stands in this row: something was lost. Correct the row in the "
        "program that the file comes from, and save it anew."
    ),
    "cell-too-long": N_(
        "The cell in column {column} holds {length} characters; {most} are the most. Shorten it."
    ),
    "cell-twice": N_(
        "Cell {cell} stands twice in the sheet, so that one of its two texts would be lost. Open the file in "
        "Excel and save it anew, or ask for it again."
    ),
    "file-has-macros": N_("The file holds macros, which a letter never needs. Save it as .docx or .xlsx."),
    "file-hostile": N_(
        "The file holds what no office program writes, so it was not opened. Ask who sent it."
    ),
    "file-strict": N_("The file is saved as “Strict Open XML”. Save it as an ordinary .docx or .xlsx."),
    "form-too-long": N_(
        "The file holds more than {most} answers. Divide it, and import one part after another."
    ),
    "list-too-long": N_(
        "The list holds more than {most} rows, so it was not read. Take out the rows that belong to no "
        "signatory; those who signed a petition are counted from a file of their own (“petition” in "
        "campaign.toml)."
    ),
    "sheet-missing": N_("The workbook has no sheet that can be read: there is none, or all are hidden."),
    "header-missing": N_("No row with headings was found. A column is missing: {column}."),
    "header-doubled": N_("Two columns have the same heading, “{column}”. Rename or remove one of them."),
    # a letter made elsewhere
    "import-empty": N_("There is no text in the file."),
    "import-too-large": N_(
        "The file is larger than any letter: 200,000 characters or 4,000 lines are the most. "
        "Copy the letter's text into a new document."
    ),
    "import-over-time": N_(
        "The file takes too long to read. Copy the letter's text into a new document, and import that."
    ),
    "import-broken": N_(
        "The file stopped its reader, so it is damaged, or made to do that. Copy its text into a new "
        "document, and import that."
    ),
    "form-over-time": N_(
        "The file takes too long to read. Copy its rows into a new workbook, and import that."
    ),
    "form-broken": N_(
        "The file stopped its reader, so it is damaged, or made to do that. Copy its rows into a new "
        "workbook, and import that."
    ),
    "import-kind-unknown": N_(
        "A letter is read from docx, odt, doc, rtf, pdf, html, md or txt; this is none."
    ),
    "import-picture": N_(
        "This is a picture. Ask for the letter as a Word file, or run text recognition on it first."
    ),
    "import-spreadsheet": N_(
        "This is a spreadsheet, not a letter. A list is read with “undersigned signatories import”."
    ),
    "import-encoding": N_(
        "The text is in an old encoding that cannot be told. Open it in an editor, and save it as UTF-8."
    ),
    "import-too-deep": N_(
        "Its lists or quotations stand deeper in one another than those of any letter. "
        "Copy its text into a new document, and import that."
    ),
    "import-too-marked": N_(
        "It has more links or marks of emphasis than any letter. "
        "Copy its text into a new document, and import that."
    ),
    "import-page-broken": N_(
        "The web page cannot be read to its end. Copy its text into a new document, and import that."
    ),
    "import-pdf-encrypted": N_(
        "The PDF is protected by a password. Ask for it without, or for the Word file."
    ),
    "import-pdf-broken": N_("The PDF is damaged and cannot be read. Ask for it again, or for the Word file."),
    "import-pdf-scanned": N_(
        "The PDF has no text: it is scanned, or made of pictures. Ask for the Word file, or run text "
        "recognition on it first."
    ),
    "import-pdf-unreadable": N_(
        "The PDF shows letters and does not say which they are. Ask for the Word file, or run text "
        "recognition on it first."
    ),
    "import-office-missing": N_(
        "LibreOffice reads this kind of file, and it is not there. Install it, or save the letter as .docx."
    ),
    "pdf-office-missing": N_(
        "LibreOffice makes the PDFs, and it is not there. Install it, or export without pdf and eml. "
        "Nothing was written."
    ),
    "pdf-failed": N_(
        "LibreOffice could not make this PDF, so nothing was handed over. Open the letter in LibreOffice to "
        "see why, or export without pdf and eml."
    ),
    "preview-office-missing": N_(
        "LibreOffice makes these pages, and it is not there. Open the letter in Word to see them."
    ),
    "preview-failed": N_(
        "LibreOffice could not make the pages. Open the letter in LibreOffice or Word to see why."
    ),
    "preview-name-hidden": N_(
        "A name that is hidden now stands in this letter, so its pages are not shown. Show hidden names to "
        "see them."
    ),
    "import-office-failed": N_(
        "LibreOffice could not read the file. Open it in the program it was made with, and save it as .docx."
    ),
    # editing the list
    "list-is-csv": N_(
        "A list kept as CSV cannot be used here. Save it as an Excel workbook, signatories-private.xlsx."
    ),
    "list-signed": N_(
        "The workbook has a digital signature, which an edit would break. Take it off, or save a copy."
    ),
    "list-tracked": N_(
        "The workbook is shared in Excel's old way, with a history of its own. Stop sharing it, then edit."
    ),
    "list-protected": N_("The sheet is protected. Take the protection off in your spreadsheet program."),
    "list-structure-locked": N_(
        "No sheet may be added for the change log: the workbook's structure is locked. Unlock it."
    ),
    "list-totals-row": N_(
        "The list's table ends in a totals row, so nothing can be added below. Switch the totals row off."
    ),
    "list-full": N_("The sheet has no room left. Delete what stands in its last rows or columns."),
    "list-text-too-long": N_("A text is too long for one cell, which holds {most} characters. Shorten it."),
    "list-row-outside": N_("The row is none of the list's. Open the list anew and try again."),
    "list-cell-formula": N_("Cell {cell} holds a formula. Change it in your spreadsheet program."),
    "list-cell-merged": N_("Cell {cell} is merged with others. Unmerge them in your spreadsheet program."),
    "list-cell-fixed": N_(
        "Cell {cell} belongs to a pivot table or to a formula over several cells. Move these off the list."
    ),
    # the campaign
    "folder-missing": N_("The folder is not there."),
    "folder-is-file": N_("This is a file. Give the campaign's folder."),
    "import-way-unknown": N_("A letter is not imported as “{given}”. Known: {known}."),
    "campaign-missing": N_("There is no campaign.toml in {folder}. Make a campaign with “undersigned new”."),
    "campaign-not-utf8": N_("The file is not saved as UTF-8 text. Save it as UTF-8."),
    "campaign-broken": N_(
        "The line is not written as key = value, or a quotation mark or bracket is missing."
    ),
    "campaign-key-twice": N_("“{key}” stands twice. Keep one of them."),
    "campaign-too-long": N_("“{key}” is longer than {most} characters. Shorten it."),
    "campaign-too-many": N_("“{key}” has more than {most} entries. Take some out."),
    "campaign-wrong-type": N_("“{key}” has the wrong kind of value; it should be: {expected}."),
    "campaign-wrong-value": N_("“{key}” cannot be “{given}”. Possible are: {known}."),
    "campaign-wrong-date": N_("“{key}” is no date: “{given}”. Write it as 2024-02-01."),
    "campaign-wrong-code": N_("“{key}” cannot be “{given}”. Use three-letter codes of states, such as MMR."),
    "campaign-key-missing": N_("“{key}” is missing."),
    "path-outside": N_("“{path}” leads out of the campaign's folder. Files of a campaign lie inside it."),
    "picture-unreadable": N_("The picture cannot be read. Use a PNG or JPEG."),
    "petition-empty": N_("Nobody is left to count in the petition's file. It needs one row for each person."),
    "list-unreadable": N_(
        "The list is empty, damaged, or no workbook. It is left as it is; earlier states of it are in "
        "private/backups."
    ),
    "list-missing": N_("There is no list of signatories in {folder}. It is called signatories-private.xlsx."),
    "list-twice": N_("There are two lists: {names}. Keep one of them in the folder."),
    "list-open": N_(
        "The list is open in {program}, since {since}. Close it there, or add --even-if-open. Nothing was "
        "changed."
    ),
    "list-changed": N_(
        "Somebody has changed the list since it was read. Nothing was changed. Run the command again."
    ),
    "letter-changed": N_(
        "Somebody has saved this letter in another program while you wrote. Nothing was written over it."
    ),
    "letter-gone": N_("This letter is no longer in the folder. What you wrote is kept here."),
    "list-gone": N_("The list is no longer where it was. Put it back, or open the campaign again."),
    "list-busy": N_("Another window is saving the list. Try again in a moment."),
    "list-held": N_("Another program holds the list. Close it there and try again. Nothing was changed."),
    "list-torn": N_(
        "Somebody has changed the same rows since the list was read. Look at them, and try again. "
        "Nothing was changed."
    ),
    "save-not-verified": N_(
        "What was to be saved does not read back as it should, so nothing was changed. Please report it."
    ),
    "text-file-missing": N_("Name the file with the new text, or say --undo to take the last one back."),
    "text-nothing-to-undo": N_("No older text of the letter is kept, so there is nothing to take back."),
    "text-file-and-undo": N_("Name a file with a new text, or say --undo; not both."),
    "text-signed": N_(
        "This text is open for signature as {version}, signed by {signed}. Whoever has signed must be asked "
        "about another one, or it is opened for signature anew. Add --confirm to change it all the same."
    ),
    "text-open": N_(
        "This text was sent out for signature as {version}; nobody on the list has signed it yet. Add "
        "--confirm to change it, and open the new one for signature."
    ),
    "text-language-missing": N_("The campaign has no letter in “{language}”; it has {known}."),
    "nothing-to-redo": N_("There is nothing to make again."),
    "changed-since": N_(
        "Somebody else has changed this file since. Nothing was taken back, so that their change is not lost."
    ),
    "nothing-to-undo": N_(
        "There is no step to take back, or the list was changed since. Its backups are in private/backups."
    ),
    "undo-names-again": N_(
        "Taking this step back names a signatory again that it has hidden. Add --confirm to do so."
    ),
    "undo-other-password": N_(
        "The list as it was before this step has an older password, so the step cannot be taken back here. "
        "Open this file with that password."
    ),
    "row-unknown": N_("The list has no signatory in row {given}."),
    "naming-needs-source": N_(
        "This signatory is not to be named. To name it, say on what that rests: --source “e-mail of 3 May”."
    ),
    "naming-needs-confirmation": N_(
        "This signatory is not to be named. Whoever is named by mistake may be in danger. "
        "Add --confirm to name it all the same."
    ),
    "name-needed": N_("A signatory needs a name."),
    "naming-needs-name": N_("The row has no name that could be printed. Type it into the list first."),
    "naming-refused": N_(
        "This is no name, or one that asks not to be printed. List it as anonymous or pending, or write the "
        "name alone."
    ),
    "naming-like-withheld": N_(
        "The name is like that of this row, which is not to be named. If it is another signatory, say on "
        "what that rests, --source “e-mail of 3 May”, and add --confirm."
    ),
    "disclosure-unknown": N_("“{given}” is not how a signatory can be listed. Possible are: {known}."),
    "passwords-differ": N_("The two passwords are not the same. Nothing was changed."),
    "copies-left-open": N_(
        "The list is locked, but this copy of it could not be. Close it, and set the password again: "
        "that locks what is left."
    ),
    "campaign-closed": N_(
        "The campaign is closed, so its list takes no more names. Nothing was changed. To take it up again, "
        "write another state into campaign.toml."
    ),
    "open-closed": N_(
        "The campaign is closed, and the names of its anonymous signatories are erased: whoever of them "
        'signs again is counted twice. To take it up all the same, write state = "draft" into campaign.toml.'
    ),
    "close-figures-differ": N_(
        "Without the withheld names the figures would change, so nothing was erased. "
        "First settle what “check” says of “Member of”."
    ),
    "archive-inside": N_(
        "The archive may not lie in the campaign's folder, which is shared or erased. Choose another place."
    ),
    "close-open": N_("The list is open in {program}, which would bring back what is erased. Close it there."),
    "close-not-erased": N_(
        "The list is closed, but this could not be erased. Erase it by hand, or close the campaign again, "
        "without --archive: the archive is written."
    ),
    "password-empty": N_("The password is empty, or nothing but blanks."),
    "password-too-long": N_("The password is too long. At most {most} characters."),
    "password-known": N_("Everybody knows this password. Choose another."),
    "encryption-failed": N_("The list could not be locked safely, so nothing was changed. Please report it."),
    "letter-missing": N_("The campaign has no letter. It is called letter.docx."),
    "template-unknown": N_("There is no template “{given}”. There are: {known}."),
    "target-exists": N_("There is something already. Name a folder or file that does not exist yet."),
    "target-is-lock": N_("Office programs take a file of this name for their own lock. Choose another name."),
    "target-has-meaning": N_(
        "In a campaign's folder a file of this name is part of the campaign. Choose another name or folder."
    ),
    "folder-not-writable": N_(
        "This is in the way, or may not be written to. Free it, or choose another place. Nothing was changed."
    ),
    "disk-full": N_("The disk is full. Make room and try again. Nothing was left behind."),
    # sign-on forms
    "form-empty": N_("Nothing stands in the file."),
    "form-headings-missing": N_(
        "The first row is no row of headings, or says nothing we know. Delete what stands above the "
        "headings, such as a title; if there are none, write above each column what it holds, such as "
        "Name, Country and E-mail, or say so with --map."
    ),
    "form-sheets-several": N_(
        'Several sheets may hold the answers: {sheets}. Say which with --sheet "Name", one after the other.'
    ),
    "form-sheet-unknown": N_("There is no sheet “{given}”. There are: {known}."),
    "form-heading-unknown": N_("The form has no heading “{given}”. It has: {headings}."),
    "form-map-wrong": N_("“{given}” is not written as Heading=Column. Columns are: {known}."),
    "form-consent-unsure": N_(
        "It cannot be told whether a yes here publishes the name: {headings}. Say so for each with "
        '--map "Heading=consent", “anonymity” where a yes hides it, or “ignore”.'
    ),
    "form-names-several": N_(
        'Several columns may be the name of who signs: {headings}. Say which with --map "Heading=Name", '
        "and “Contact” or “ignore” for the others."
    ),
    "form-name-missing": N_(
        "No column is plainly the name of who signs. There are: {headings}. Say which with "
        '--map "Heading=Name".'
    ),
    "form-memory-broken": N_(
        "What is remembered of this form cannot be read. Move the file away and import again."
    ),
    # the letter's fields
    "unknown-field": N_("There is no field “{field}”."),
    "filter-unknown": N_("There is no filter “{field}”."),
    "test-unknown": N_("There is no test “{field}”."),
    "field-not-allowed": N_("“{field}” may not stand in a letter. Only the fields of the list may."),
    "field-unclosed": N_("A field is not closed, or not written as a field is: “{field}”."),
    "field-unfit": N_("“{field}” asks what cannot be answered, or would print what is no text."),
    "fields-crossed": N_("A condition or a loop begins in one table or text box and ends in another."),
    "loop-not-allowed": N_("“{field}”: a loop may run over signatories and their members only."),
    "field-with-unseen-sign": N_("A sign that is not seen stands in the field “{field}”. Write it anew."),
    "block-not-alone": N_(
        "“{field}” prints several lines, so it must stand alone in a paragraph of the letter's text. Take it "
        "out of the sentence."
    ),
    "too-many-fields": N_(
        "More fields begin here than a letter can have. Take out the braces that are no field's."
    ),
    "letter-too-long": N_(
        "The letter is longer than any letter: 500,000 characters or 20,000 paragraphs are the most. "
        "Copy what you need of it into a new document, and use that."
    ),
    "letter-too-large": N_("The letter is too large to be merged."),
    "letter-grows": N_("The letter grows without end when it is merged. Look at its loops."),
    # recipients
    "unknown-body": N_("There is no body or state “{given}”."),
    "unknown-state": N_("There is no state “{given}”. Use its three-letter code, such as JPN."),
    "unknown-office": N_("There is no office “{given}”."),
    "unknown-seat": N_("There is no seat “{given}”."),
    "unknown-language": N_("“{given}” is not a letter language. There are: en, fr, es, ru, zh, ar."),
    "language-unknown": N_("“{language}” is not a language."),
    "unknown-way": N_("“{given}” is not a way to send a letter. There are: each, body, president."),
    "own-list-wrong-kind": N_(
        "Recipients are a body, a state, or a list as .xlsx or .csv; this is none of them."
    ),
    "own-list-too-long": N_(
        "The list holds more than {most} rows, which is more than recipients ever are, so it was not read. "
        "Divide it into several lists."
    ),
    "own-list-empty": N_("The list of recipients names nobody below its headings."),
    "unknown-gender": N_("“{given}” is not a form of address. Use m or f, or leave it out."),
    "office-unfit": N_("The office “{office}” is none that {to} has."),
    "seat-unfit": N_("The office “{office}” has no seat “{seat}”. It has: {seats}."),
    "no-president": N_("“{body}” has no president to write to."),
    "president-unknown": N_("Who presides over “{body}” on {on} is not in our tables."),
    "head-of-state-special": N_(
        "How to address the head of state of {state} cannot be told. Use a list of your own."
    ),
    "address-incomplete": N_("The address of {state} cannot be made: {slot} is missing in our tables."),
    "reference-broken": N_("The program's own tables are damaged. Install the program again."),
    "no-recipients": N_("There is nobody to send the letter to: “{body}” has no member left on that day."),
    "recipients-missing": N_("Nobody is chosen. Name a body, a state or a list with --to."),
    "date-needed": N_("The letter has no date. Write it into campaign.toml, or give the day with --on."),
    "date-wrong": N_("“{given}” is not a date. Write it as 2024-02-01."),
    # the text as signed
    "deadline-wrong": N_("“{given}” is no deadline. Write it as 2024-01-30 or 2024-01-30T18:00."),
    "deadline-past": N_("The deadline {given} is over. Name one that is still to come."),
    "frozen-text-broken": N_(
        "A text as it was signed cannot be read. Put the file back as it was, from a backup of yours."
    ),
    "export-unknown": N_(
        "“{given}” is neither a day, such as 2024-02-01, nor an export of which the list is kept."
    ),
    # language versions
    "version-unknown": N_("A letter is not addressed in “{given}”. Possible are: {known}."),
    "version-exists": N_("The letter is there in this language already."),
    "versions-broken": N_(
        "Which paragraphs of a translation agree with the original cannot be read. Put the file back as it "
        "was, or take it away and say so again."
    ),
    # duplicates
    "decisions-broken": N_(
        "What was decided about duplicates cannot be read. Put the file back as it was, or take it away."
    ),
    "settled-broken": N_(
        "Where withheld names may stand cannot be read. Put the file back as it was, or take it away and "
        "settle them again."
    ),
    "settle-nothing": N_("Nothing is to be settled there: the name of row {row} does not stand in it."),
    "settle-which": N_("The name stands in several sentences there. Name one with --sentence: {numbers}."),
    "settle-only-mended": N_(
        "Only a name in a whole sentence of the letter's running text can be settled. Take this one out."
    ),
    "settle-has-field": N_(
        "A field stands in the sentence, so what it will say is not known yet. Give the name a sentence of "
        "its own, or take it out."
    ),
    "questions-broken": N_(
        "Which rows may have been taken back cannot be read. Put the file back as it was, from a backup of "
        "yours; without it, import the forms again."
    ),
    "apart-from-itself": N_("A row cannot be told apart from itself. Name two rows."),
    "unite-with-itself": N_("A row cannot be merged with itself. Name two rows."),
    "unite-with-member": N_("A network cannot be merged with its own member. Change “Member of” first."),
    "unite-members-unclear": N_(
        "“Member of” may mean one of the merged rows or a third one. Settle which is meant first."
    ),
    "unite-shows-name": N_(
        "“Listed as” hides the name of this row, and would not once the rows are one. Settle it first."
    ),
    # handing over
    "file-pattern-unknown": N_("“{given}” cannot stand in a file name's pattern. Possible are: {known}."),
    "format-unknown": N_("Files of the kind “{given}” cannot be written yet. Possible are: {known}."),
    "export-refused": N_(
        "Nothing was handed over. Things to settle first: {errors}; places where they stand: {places}."
    ),
    "export-leaks": N_("Nothing was handed over: a withheld name stands in what was to go out."),
    "scan-empty": N_("There is no file in it, so nothing was searched."),
    "export-unread": N_(
        "Nothing was handed over: a finished file could not be read again, so it is not checked."
    ),
    "export-unclean": N_("Nothing was handed over: a finished file holds something that no letter may hold."),
    "usage": N_("{reason}"),
    "window-missing": N_(
        "There is no screen here to show the window on. See “undersigned --help” for the commands."
    ),
    "internal": N_("The program made a mistake ({kind}, {where}). Please report it."),
    "output-lost": N_(
        "What the command says could not be written: {reason}. What it did is done all the same."
    ),
    "cancelled": N_("Cancelled."),
}
