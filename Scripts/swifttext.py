"""Takes a Swift text apart into its code and its words: comments and string literals.

Code inside an interpolation, as in "\\(name)", is code. Line numbers are kept on both sides.
"""

import functools
import re

OPENING = re.compile(r'//[^\n]*|/\*|(#*)("""|")')
INSIDE = re.compile(r'//[^\n]*|/\*|(#*)("""|")|[()]')
COMMENT = re.compile(r"/\*|\*/")


@functools.lru_cache(maxsize=None)
def _special(hashes, quote):
    """What ends a literal or interrupts it: an escape, its closing quote, for one of a single line the line's end."""
    end = "" if len(quote) > 1 else r"|\n"
    return re.compile(re.escape("\\" + hashes) + r"(\(|.|\n)|" + re.escape(quote + hashes) + end)


class Swift:
    """`code` has "" for every literal and nothing for a comment; `words` is a list of (line, kind, text), where kind is
    "doc", "comment" or "string" and no text holds a line break."""

    def __init__(self, text):
        self.text = text
        self.pieces, self.words = [], []
        self.at, self.line = 0, 1
        self._code(len(text), nested=False)
        self.code = "".join(self.pieces)

    def _emit(self, until):
        """Copies what lies before `until`."""
        piece = self.text[self.at : until]
        self.pieces.append(piece)
        self.line += piece.count("\n")
        self.at = until

    def _skip(self, until, kind=None):
        """Leaves out what lies before `until`, but keeps its line breaks; with a kind, its lines are words."""
        piece = self.text[self.at : until]
        lines = piece.split("\n")
        if kind:
            self.words += [(self.line + i, kind, line) for i, line in enumerate(lines) if line.strip()]
        self.pieces.append("\n" * (len(lines) - 1))
        self.line += len(lines) - 1
        self.at = until

    def _code(self, end, nested):
        pattern, depth = (INSIDE, 1) if nested else (OPENING, 0)
        while found := pattern.search(self.text, self.at, end):
            token = found.group()
            if token in "()":
                self._emit(found.end())
                depth += 1 if token == "(" else -1
                if depth == 0:
                    return
                continue
            self._emit(found.start())
            if token.startswith("//"):
                self._skip(found.end(), "doc" if token.startswith("///") else "comment")
            elif token == "/*":
                self._skip(self._comment_end(found.end()), "comment")
            else:
                self._string(found.end(), found[1], found[2])
        self._emit(end)

    def _comment_end(self, at):
        depth = 1
        while depth and (found := COMMENT.search(self.text, at)):
            depth += 1 if found.group() == "/*" else -1
            at = found.end()
        return at if depth == 0 else len(self.text)

    def _string(self, start, hashes, quote):
        """From behind the opening quote to behind the closing one."""
        special = _special(hashes, quote)
        self.pieces.append('""')
        self.at = start
        at = start
        while found := special.search(self.text, at):
            if found[1] == "(":
                self._skip(found.start(), "string")
                self.pieces.append(" (")
                self.at = at = found.end()
                self._code(len(self.text), nested=True)
                self.pieces.append(' ""')
                at = self.at
            elif found[1]:
                at = found.end()
            else:
                self._skip(found.start(), "string")
                if found.group() != "\n":
                    self.at = found.end()
                return
        self._skip(len(self.text), "string")
