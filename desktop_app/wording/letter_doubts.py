"""What is doubtful about the text of an imported letter, and what to do."""

from desktop_app.support.i18n import N_

LETTER_DOUBTS = {
    # the head
    "import-no-title": N_(
        "The letter has neither a title nor a subject, so the campaign is called after the file. "
        "Write its title into campaign.toml."
    ),
    "import-no-date": N_("The letter has no date. Write one into campaign.toml before you export."),
    "import-no-list": N_(
        "No signatories were found. If the letter has some, move them from its text into the list."
    ),
    "import-no-addressee": N_(
        "The letter is addressed to nobody. Write {{{{ recipient.address }}}} where the address shall stand."
    ),
    "import-no-closing": N_(
        "The letter greets, and no closing formula was found. If it has one, see that it stands in the text."
    ),
    "import-no-salutation": N_(
        "The letter seems to greet or to close, and no salutation was found. If it has one, see "
        "where it stands."
    ),
    "import-odd-title": N_("This was taken for the title. If it is something else, put it where it belongs."),
    "import-odd-subject": N_(
        "This was taken for the subject, and is long or a sentence. See where the subject ends."
    ),
    "import-odd-place": N_(
        "A place was read from this line. Correct “place” in campaign.toml if it is none."
    ),
    "import-odd-addressee": N_(
        "This was taken for the address. See that all of it is one, and that no date or heading is in it."
    ),
    "import-odd-closing": N_("This was taken for the closing. See that it is no more than a formula."),
    "import-odd-signer": N_(
        "This was read as somebody who signs by hand. See the name, office and organisation."
    ),
    "import-odd-contact": N_(
        "This was read as a contact. See the name, office, organisation and address of each."
    ),
    "import-contact-words": N_(
        "Not every word about this contact was taken over. Add what you need to campaign.toml."
    ),
    "import-odd-copy": N_("These were read as those who get a copy. See that each is one, and whole."),
    "import-copy-word": N_("This may tell who gets a copy. If so, write them into campaign.toml."),
    "import-address-in-text": N_(
        "An e-mail address or a telephone number stands in the text. Ask whoever it reaches, or take it out."
    ),
    "import-braces": N_(
        "Braces like these are fields. Here they are text, with an unseen sign between them, and print as "
        "they stood. If one shall be a field, write it anew."
    ),
    "import-anonymous-clause": N_(
        "What counts those who are not named falls away when there is none: it stands between "
        "{{% if signatories.anonymous %}} and {{% endif %}}. See that the sentence stands without it."
    ),
    "import-anonymous-alone": N_(
        "This prints how many are not named, and would print 0 when there is none. Put the words that shall "
        "fall away then between {{% if signatories.anonymous %}} and {{% endif %}}."
    ),
    "import-signer": N_(
        "Who signed the old letter was left out. Ask, and write who signs the new one into campaign.toml."
    ),
    "import-old-date": N_(
        "The old letter was of {date}, which was not taken over. Write the date of the new one into "
        "campaign.toml."
    ),
    "import-language": N_(
        "The letter seems to be in “{language}”, and the program addresses letters in {known}. "
        "If it is one of these, correct “languages” in campaign.toml."
    ),
    "import-date-either-way": N_(
        "The date can be read in two ways, day first or month first. Write the right one into campaign.toml."
    ),
    "import-subject-guessed": N_(
        "This was taken for the subject. If it is none, put it back into the letter."
    ),
    "import-letterhead": N_("This was taken for the letterhead and left out. Put it into the page header."),
    "import-stays": N_(
        "This was taken for no part of the letter, and stays where it stood. See whether every letter is to "
        "have it."
    ),
    "import-second-title": N_("This looks like a second title and was left out. Put it where it belongs."),
    "import-second-date": N_("This looks like a second date and was left out. Put it where it belongs."),
    "import-second-subject": N_(
        "This looks like a second subject and was left out. Put it where it belongs."
    ),
    "import-second-reference": N_(
        "This looks like a second reference and was left out. Put it where it belongs."
    ),
    "import-delivery": N_(
        "How the old letter was sent (“By e-mail”) was left out. Put it back if you need it."
    ),
    # pages, e-mails, web pages
    "import-margin": N_(
        "This stands at the head or the foot of pages, and was left as it is. Change what is true of the old "
        "letter only; {{{{ letter.title }}}} and {{{{ letter.date|long_date }}}} are fields for it."
    ),
    "import-page-number": N_("A page number in the middle of the text was left out. See that it is one."),
    "import-page-furniture": N_("A line that pages repeat was left out. See that it is no part of the text."),
    "import-mail-furniture": N_("A line of the e-mail round the letter was left out. See that it is one."),
    "import-loose-link": N_(
        "A bare link between the lines was left out. Put it into the text or a footnote."
    ),
    "import-link-lost": N_("This was a link, and its address is lost. Find it, and link the words again."),
    "import-encoding-guessed": N_(
        "Nothing says which encoding the file is in; it was read as one of Windows for Western Europe. "
        "If letters with accents are wrong here, save the file as UTF-8 and import it again."
    ),
    "import-hidden": N_(
        "Text that the file hides from readers was left out: {words} words. "
        "If it belongs to the letter, write it in."
    ),
    "import-struck": N_(
        "Text that is struck out was left out: {words} words. If it is meant to stand, write it in."
    ),
    "import-remark": N_("Remarks that readers do not see were left out: {words} words."),
    "import-picture-lost": N_("Pictures were left out: {number}. Put in those that the letter needs."),
    "import-embedded": N_(
        "Something embedded was left out: {number} in all, such as a film, a drawing or another page. "
        "If it says something, write it in."
    ),
    "import-form": N_("Fields to fill in were left out: {number}. Write in what of them is text."),
    "import-page-title": N_(
        "This stands over the page's window only and was left out. If it is the letter's title, write it in."
    ),
    "import-file-head": N_(
        "What stands at the head of the file for programs was left out: {words} words. See whether the "
        "letter's title or date is in it."
    ),
    "import-inserted": N_(
        "Tracked insertions were taken as accepted: {number}, {words} words. Take out what nobody agreed to."
    ),
    "import-deleted": N_(
        "Tracked deletions were carried out: {number}, {words} words. Put back what should have stayed."
    ),
    "import-look-changed": N_("Tracked changes of look alone were taken as accepted: {number}."),
    "import-struck-kept": N_(
        "Text is struck out here and stands in the letter: {words} words. Take it out if it is not meant."
    ),
    "import-equation": N_("An equation stands here, and its layout is no text. See that it comes out right."),
    "import-ruby": N_("Reading aids over characters were left out of the text. See that names are right."),
    "import-symbol": N_(
        "A sign of a special font stands here, and other programs show another one. See what it is."
    ),
    "import-watermark": N_(
        "Pages have this across them or at their side. See whether it belongs to the letter."
    ),
    "import-field-empty": N_(
        "A field of Word's stands here without a result. Write what it should say, or take it out."
    ),
    "import-cell-joined": N_(
        "Several lines of one cell of the table were made one: {number} cells. See that each is one name."
    ),
    "import-link-target": N_(
        "Words of the letter are linked, and the PDF does not say which: {number} links. "
        "Link the words again where it matters."
    ),
    "import-rule": N_("A ruled line or an ornament was left out."),
    "import-not-words": N_(
        "This is hardly words: text recognition may have misread a picture or a stamp. It was left out."
    ),
    "import-left-over": N_(
        "No part of a letter was found for this line. Put it where it belongs, or drop it."
    ),
    # the text
    "import-hyphen": N_(
        "A word was broken at the end of a line and is written “{joined}” now. See whether the hyphen goes."
    ),
    "import-glued": N_("Two words seem to have run together here. Part them."),
    "import-misread": N_("Text recognition seems to have misread something here. Compare with the paper."),
    "import-note-mark": N_("The mark of a footnote seems to be misread here. See where it points."),
    "import-bullet-lost": N_("This seems to be an item of a list that lost its bullets. See that it is one."),
    "import-part-in-text": N_(
        "This stands in the text, and looks like another part of a letter. If it is one, put it "
        "where it belongs."
    ),
    "import-after-closing": N_(
        "This stands after the closing or after the list, and was taken for text. See where it belongs."
    ),
    "import-heading-or-not": N_("This line was taken for a heading of the text. See that it is one."),
    "import-item-alone": N_(
        "This was taken for an item of a list, and no other is like it. See that it is one."
    ),
    "import-before-items": N_(
        "Items follow this sentence, which does not lead to them. See where they begin."
    ),
    "import-mark-unknown": N_("This begins like an item of a list. If it is one, make it one."),
    "import-quotation": N_(
        "A quotation stands at the beginning of this paragraph. See whether it stood alone."
    ),
    "import-joined-lines": N_("Lines were joined here. If a paragraph begins with this one, part them."),
    "import-unfinished": N_(
        "This paragraph does not begin or end as a sentence does. See that it is whole, and that it is one."
    ),
}
