"""What a sign-on letter is made of: nouns and rules. No files, no Qt, no office formats, no translation."""
