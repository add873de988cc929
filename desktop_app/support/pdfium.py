"""PDFium works for one thread at a time: whoever calls it holds this lock meanwhile."""

import threading

PDFIUM = threading.Lock()
"""Not held while something is awaited or yielded: the window draws pages under it."""
