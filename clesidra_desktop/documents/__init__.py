"""Documents: a workshop is composed into blocks, and the blocks are written as DOCX or PDF."""
