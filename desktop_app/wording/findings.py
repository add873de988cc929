"""Sentences for findings: what was noticed, and what to do about it."""

from desktop_app.support.i18n import N_
from desktop_app.wording.answers import ANSWERS

FINDINGS = {
    # must be settled
    "withheld-name": N_("A withheld name stands here. Take it out of the text."),
    "withheld-in-column": N_(
        "The title or the group of a printed row holds a withheld name. Change it in the list."
    ),
    "no-named-row": N_("The list has no named signatory, so the letter would have an empty list."),
    "named-and-withheld": N_(
        "One organisation is named in one row and withheld in another. Settle which is right."
    ),
    "perhaps-taken-back-open": N_(
        "A form's answer asks not to be named, and may be this row's. If it is, hide the row; if not, say on "
        "what that rests: “signatories set DIR ROW --listed named --source …”."
    ),
    "prompt-unfilled": N_("A [prompt] of the template is not filled in yet. Write the text in its place."),
    "figure-differs": N_(
        "The text says {figure}; it is {given}. Correct it, or use the field {{{{ {field} }}}} in the letter."
    ),
    "field-in-settings": N_(
        "A field stands in campaign.toml, where it is not filled. Put it into the letter."
    ),
    "link-placeholder": N_(
        "A link still leads to the template's example. Set its address, or remove the link."
    ),
    "petition-missing": N_("The letter prints what campaign.toml does not say of a petition. Add it there."),
    "petition-differs": N_(
        "campaign.toml says {figure}; {file} has {given} by our count. Correct the figure, or leave it out."
    ),
    "language-missing": N_(
        "There is no version of the letter in {languages}; recipients who are to get it: {number}. Write it, "
        "or ask for one that is there: {has}."
    ),
    "head-of-state-special": N_(
        "How to address these heads of state cannot be told: {states}. Use a list of your own."
    ),
    "name-is-error": N_("A name is an error of the spreadsheet (such as #REF!). Type the name."),
    "file-unread": N_("The finished file could not be read again, so it is not checked."),
    "field-left-over": N_("A field was left over in the finished file."),
    "unseen-content": N_("The finished file holds something that a reader does not see."),
    "link-not-allowed": N_("The finished file links to something that is not on the web."),
    "part-not-allowed": N_("The finished file has a part that no letter needs."),
    "part-broken": N_("A part of the finished file is not well-formed, so Word could not open it."),
    "mail-tells": N_("The finished e-mail draft says more than a draft needs to."),
    "pdf-not-archival": N_("The finished PDF does not say that it is PDF/A, as archives ask for."),
    "zip-tells": N_("The finished file says when or where it was made."),
    # have a look
    "named-like-withheld": N_(
        "A name that is printed is a part of a withheld one, or holds it. Have a look at these rows."
    ),
    "withheld-name-perhaps": N_("A withheld name may be meant here. Have a look."),
    "name-settled": N_("A withheld name stands here, and it was settled that it may."),
    "name-in-name": N_("A printed name holds the withheld name of this row. Ask whether both may stand."),
    "figure-differs-perhaps": N_(
        "The text says {figure}. If that is {{{{ {field} }}}}, it should be {given}; look at it."
    ),
    "withheld-unsearchable": N_(
        "A withheld name is a single letter or sign, which the name check cannot look for. See for yourself "
        "that no letter says it."
    ),
    "named-in-exports": N_(
        "Letters of {days} that lie in exports/ print a name that is withheld now. Take them away, and send "
        "no more of them."
    ),
    "few-anonymous": N_(
        "Only {anonymous} chose not to be named: the figure may point at them. "
        "“anonymous_figure = false” in campaign.toml leaves it out of the count sentence."
    ),
    "mail-without-address": N_(
        "No e-mail address is known, so the draft has none: type it, or write it into recipients.xlsx."
    ),
    "mail-address-wrong": N_(
        "This is no e-mail address, so the draft has none. Correct it in recipients.xlsx."
    ),
    "mail-address-of-signatory": N_(
        "The e-mail address is that of a signatory (row {row}), so the draft has none. Correct it in "
        "recipients.xlsx."
    ),
    "anonymous-none": N_(
        "The text says how many are not named, and there is none of them. Put the words that shall fall away "
        "between {{% if signatories.anonymous %}} and {{% endif %}}, or take them out."
    ),
    "figure-shown": N_(
        "campaign.toml leaves the figure of the anonymous out, and the text prints it here all the same."
    ),
    "claim-other-way": N_("The claim ({claim}) agrees with the list counted in another way: {ways}."),
    "claim-mixture": N_(
        "No plain way of counting gives the claim ({claim}). Counted “{way}”, but {names} "
        "counted “{other}”, the list does. Other mixtures that would: {more}."
    ),
    "claim-unexplained": N_("No way of counting the list gives the claim ({claim})."),
    "list-not-printed": N_(
        "The letter counts its signatories and prints no list. {{{{ signatories }}}} is missing."
    ),
    "list-printed-twice": N_("The letter prints the list of signatories more than once."),
    "letter-changed-meanwhile": N_(
        "The letter was changed while it was exported. What was handed over has the text before that; "
        "export again."
    ),
    "setting-misspelt": N_("There is no setting “{key}”, so it does nothing. “{meant}” may be meant."),
    "setting-unknown": N_("There is no setting “{key}”, so it does nothing. It is kept as it is."),
    "setting-of-no-language": N_(
        "“languages” in campaign.toml does not name the language of “{key}”, so it does nothing."
    ),
    "version-missing": N_(
        "There is no version of the letter in {languages}, though the campaign names the language. Write it, "
        "or take the language out of “languages” in campaign.toml."
    ),
    "version-wanted": N_(
        "Recipients who would get the letter in {languages}, and get another version as there is none: "
        "{number}."
    ),
    "date-missing": N_("The letter has no date. Write it into campaign.toml."),
    "letter-empty": N_("The letter is empty: there is nothing to sign, and nothing to send."),
    "recipient-not-named": N_(
        "No field in the letter says whom it is for, so every recipient gets the same letter. Insert "
        "{{{{ recipient.address }}}} and {{{{ recipient.salutation }}}}."
    ),
    "signatories-not-named": N_(
        "The letter says nothing of its signatories: no figure, no list, nobody who signs. Insert "
        "{{{{ signatories.statement }}}} and {{{{ signatories }}}}."
    ),
    "text-changed-since-opened": N_(
        "The text ({language}) is not the one that was opened for signature. Nobody on the list has signed "
        "that one; open the new text for signature."
    ),
    "text-changed-since-signed": N_(
        "The text ({language}) was changed after {signed} had signed it. See “changes”. Ask them, or open "
        "the new text for signature."
    ),
    "signed-text-unknown": N_(
        "The text ({language}) was changed, and of {unknown} sign-ons it is not known which they signed. "
        "Fill in “Text version”."
    ),
    "copy-unreadable": N_(
        "This copy of the list cannot be opened, perhaps because its password was another one."
    ),
    "list-not-kept-then": N_(
        "No copy of the list from {day} or before is kept. The oldest is of {oldest}: what changed before it "
        "is not known."
    ),
    "tracked-changes": N_("Tracked changes were taken as accepted. Read the text again."),
    "hidden-text": N_("Hidden, white or tiny text was taken out."),
    "field-code-dropped": N_("A field of Word's own was replaced by the text it showed."),
    "link-dropped": N_("A link to a file or another machine was taken off; its words stay."),
    "picture-dropped": N_(
        "A picture or drawing could not be carried over. Use a PNG or JPEG inside the letter, already cut as "
        "it is to be seen."
    ),
    "object-dropped": N_("An embedded object was taken out."),
    "font-dropped": N_(
        "Fonts that lie in the letter were taken out: readers who lack them see another. "
        "Use one that all have."
    ),
    "word-goes-stale": N_("“today”, “this month” and the like are true on one day only. Name the date."),
    "link-tracks": N_("A link to Google Docs, Drive, Sheets or Forms shows its owner and logs who opens it."),
    "listed-column-missing": N_(
        "The list has no column “Listed”, so all are taken as pending. Add the column."
    ),
    "listed-unknown": N_("“Listed” says something unknown, so the row is taken as pending."),
    "counts-unknown": N_("“Counts” says something unknown, so the campaign's way is taken."),
    "kind-unknown": N_("“Kind” says something unknown, so the row is taken as an organisation."),
    "name-is-number": N_("A name is a number. Look whether that is right."),
    "name-is-formula": N_("A name is a formula. Only its text is taken."),
    "formula-unread": N_(
        "A cell is a formula whose result was not saved, so it is read as blank. Open the list in your "
        "spreadsheet program, and save it."
    ),
    "name-reorders": N_(
        "The row holds signs that turn the order of letters around, so a name may not be what it looks like. "
        "They are left out here. Type it anew."
    ),
    "text-reorders": N_(
        "Signs stand here that nobody sees and that turn the order of letters around: what is read may not "
        "be what is printed. Type the passage anew."
    ),
    "name-missing": N_("The row has no name. It is not printed and not counted."),
    "cell-is-error": N_("A cell is an error of the spreadsheet (such as #REF!)."),
    "list-is-open": N_("The list is open in {program}. What is not saved there is not seen here."),
    "list-has-copies": N_(
        "Beside the list lie files that look like copies of it: {names}. Compare them, and put them away."
    ),
    "list-locked-weakly": N_(
        "The password protects the list in the weak way of 2007. The next save here makes it strong."
    ),
    "list-not-locked": N_(
        "The list holds a name now that must not get out, and no password protects it. "
        "Set one with “undersigned signatories password”."
    ),
    "copies-not-locked": N_(
        "The list has a password, and these copies of it have none. "
        "Lock them with “undersigned signatories password”."
    ),
    "copy-is-no-list": N_(
        "This file is no copy of the list, so it was not locked. If it names anybody, put it away."
    ),
    "copy-other-password": N_("This copy has an older password, and keeps it."),
    "password-short": N_(
        "The password is short, and whoever gets hold of the file can try without end. "
        "Four words that have nothing to do with one another are better."
    ),
    "row-back-below": N_(
        "The merge was saved meanwhile: the row comes back at the end of the list, without what stood in "
        "columns of your own. The list as it was before lies in the folder private."
    ),
    "list-merged": N_("Somebody else had changed the list in the meantime. Both changes are in it."),
    "row-changed-by-both": N_("Somebody else has changed this row, or it is no longer there."),
    "export-not-kept": N_(
        "The list as it went out could not be kept, so later changes cannot be held against it."
    ),
    "named-before": N_(
        "This signatory was named in letters of {days}. An anonymous count that rises by one points at it. "
        "What still lies in exports/ from then names it: take it away, and send no more of it."
    ),
    "close-export-refused": N_(
        "The last export would be refused for what follows. Settle it, or close with --no-export."
    ),
    "names-not-kept": N_(
        "Signatories that are counted without a name: {rows}. Nobody can search for a name that is not kept."
    ),
    "close-own-columns": N_(
        "Your own columns go, too: {names}. Copy what you need of them, or archive the list."
    ),
    "close-name-elsewhere": N_(
        "A name that is withheld stands in these files, which closing leaves alone. Delete or mend them."
    ),
    "close-not-searched": N_("These files were not searched, and closing leaves them alone. Look at them."),
    "close-petition-stays": N_(
        "The petition's sign-ons stay as they are. Type its figures into campaign.toml, and delete the file."
    ),
    "close-out-of-reach": N_(
        "Out of reach: files that were sent, copies in e-mail, in synced folders and their versions, in "
        "system backups and in the bin. Erase them where you can."
    ),
    "umbrella-unknown": N_("“Member of” names no row of the list. The row stands at the top level."),
    "umbrella-is-itself": N_("“Member of” names the row itself. The row stands at the top level."),
    "umbrella-is-member": N_(
        "“Member of” names a row that is a member itself. The row stands at the top level."
    ),
    "umbrella-ambiguous": N_("“Member of” names more than one row. The row stands at the top level."),
    "membership-unknown": N_(
        "Our tables know {known} members of {body} on {on}, perhaps not all. Check them."
    ),
    "members-not-states": N_("{body} also has members that are no states; they get no letter: {names}."),
    "term-ended": N_("Who is {office} may have changed since {since}. Check the form of address."),
    "recipient-twice": N_("The same recipient is named twice; one letter is written."),
    "state-unknown": N_("recipients.xlsx: no state of this name is known."),
    "state-twice": N_("recipients.xlsx: this state has two rows; the first is taken."),
    "gender-unknown": N_("“Gender” says something unknown; the neutral form is used."),
    "language-unknown": N_("“Language” says something unknown; it is ignored."),
    "recipient-nameless": N_("The row names nobody. It is left out."),
    **ANSWERS,
    # a letter made elsewhere
    "import-changes-accepted": N_(
        "The letter had {changes} tracked changes. They were taken as accepted; read its text again."
    ),
    "import-pages-without-text": N_(
        "Pages without text were not read: {pages}. They are empty or pictures; look at them."
    ),
    # good to know
    "petition-not-counted": N_(
        "Of {rows} rows of the petition {people} are counted. Left out: {repeated} that repeat another, "
        "{refused} that say no or were taken back, {nameless} without a name and an address."
    ),
    "figure-typed": N_("The figure {figure} is typed. A field would stay right when the list changes."),
    "last-number": N_(
        "The last number printed is {last}; {named} are named. Members stand under their network."
    ),
    "contact-not-printed": N_("A contact without “may_be_named = true” is not printed."),
    "comments-dropped": N_("Comments were taken out."),
    "address-old": N_("Streets of missions in New York are as of {date}. Check those that matter."),
    "street-unknown": N_("No street is known for {states} ({seats}). The address has none."),
    "titles-differ": N_("Titles differ from state to state. Check them: {offices}."),
    "left-out": N_("Left out, because the letter is about them: {states}."),
    "head-of-state-shared": N_(
        "The head of state is another state's monarch; the head of government is addressed: {states}."
    ),
    "steps-recovered": N_(
        "The program ended before it could save. {number} steps were found again and are in the list."
    ),
    "steps-not-recovered": N_(
        "{number} steps that were not saved could not be made again: somebody else has changed those rows. "
        "They are kept in “private”."
    ),
    "list-changed-outside": N_("Somebody else has changed the list. What they saved is shown here now."),
}

IN_RECIPIENTS = N_("A withheld name stands in an entry of the list of recipients. Take it out there.")
"""What is said of a withheld name that stands in no text."""
