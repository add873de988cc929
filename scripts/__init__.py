"""Tools for whoever works on the program. None of them is part of it."""
