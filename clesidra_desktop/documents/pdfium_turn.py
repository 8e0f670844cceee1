"""PDFium knows one thread at a time: whoever calls it waits for its turn.

Pages are drawn beside the database thread, and on that one annexes are read when somebody asks to be forgotten.
"""

from threading import RLock

PDFIUM = RLock()
