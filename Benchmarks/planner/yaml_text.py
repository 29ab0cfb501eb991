"""The part of YAML in which rosters are written: block and one-line maps and lists, quoted and plain texts, comments.

Every scalar stays a text; what it means is the reader's business.
"""
import re

PLAIN = re.compile(r"""\s*("(?:[^"\\]|\\.)*"|'(?:[^']|'')*'|[^,\[\]{}]*)""")


def load(path):
    with open(path, encoding="utf-8-sig") as file:
        lines = [(len(text) - len(text.lstrip()), text.strip()) for text in map(uncommented, file) if text.strip()]
    value, rest = block(lines, 0)
    if rest != len(lines):
        raise ValueError(f"{path}: cannot read {lines[rest][1]!r}")
    return value


def uncommented(line):
    quote = None
    for place, letter in enumerate(line):
        if quote:
            quote = None if letter == quote else quote
        elif letter in "\"'":
            quote = letter
        elif letter == "#" and (place == 0 or line[place - 1].isspace()):
            return line[:place].rstrip()
    return line.rstrip()


def block(lines, at):
    """The value that begins at this line, and the line after it."""
    if at >= len(lines):
        return None, at
    indent, text = lines[at]
    if text.startswith("- ") or text == "-":
        return items(lines, at, indent)
    if text[0] in "{[" or not split_key(text):
        return inline(text), at + 1
    return entries(lines, at, indent)


def items(lines, at, indent):
    values = []
    while at < len(lines) and lines[at][0] == indent and lines[at][1].startswith("-"):
        text = lines[at][1][1:].lstrip()
        lines[at] = (indent + len(lines[at][1]) - len(text), text)
        value, at = block(lines, at)
        values.append(value)
    return values, at


def entries(lines, at, indent):
    values = {}
    while at < len(lines) and lines[at][0] == indent and split_key(lines[at][1]):
        key, text = split_key(lines[at][1])
        at += 1
        if text:
            values[key] = inline(text)
        elif at < len(lines) and (lines[at][0] > indent or lines[at][1].startswith("- ") and lines[at][0] == indent):
            values[key], at = block(lines, at)
        else:
            values[key] = None
    return values, at


def split_key(text):
    match = re.match(r"""("[^"]*"|'[^']*'|[^\s"'\[\]{}#:,][^:]*?)\s*:(?:\s+(.*))?$""", text)
    return match and (scalar(match[1]), (match[2] or "").strip())


def inline(text):
    value, at = flow(text, 0) if text[0] in "{[" else (scalar(text), len(text))
    if text[at:].strip():
        raise ValueError(f"cannot read {text!r}")
    return value


def flow(text, at):
    at += len(text[at:]) - len(text[at:].lstrip())
    if text[at] not in "{[":
        match = PLAIN.match(text, at)
        return scalar(match[1].strip()), match.end()
    closing, is_map = ("}", True) if text[at] == "{" else ("]", False)
    values = {} if is_map else []
    at += 1
    while True:
        at += len(text[at:]) - len(text[at:].lstrip())
        if text[at] == closing:
            return values, at + 1
        if text[at] == ",":
            at += 1
        elif is_map:
            match = re.compile(r"""("[^"]*"|'[^']*'|[^:,\[\]{}]+?)\s*:(?=[\s\[{"'])\s*""").match(text, at)
            values[scalar(match[1])], at = flow(text, match.end())
        else:
            value, at = flow(text, at)
            values.append(value)


def scalar(text):
    if text[:1] in ("\"", "'") and text[-1:] == text[:1] and len(text) > 1:
        return text[1:-1].replace("''", "'") if text[0] == "'" else text[1:-1].replace('\\"', '"')
    return None if text in ("null", "~", "") else text
