"""One module for each file format, reading into and writing from domain objects."""
