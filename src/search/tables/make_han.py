#!/usr/bin/env python3
"""Makes han.txt, the table that folds Traditional Chinese characters to Simplified ones.

    python3 make_han.py Unihan_Variants.txt > han.txt

Unihan_Variants.txt is part of the Unicode Character Database (Unihan.zip, or the Debian
package `unicode-data`). Characters that kSimplifiedVariant or kTraditionalVariant join belong to
one family (發 髮 发), and every member is folded to the same one: the member that most others are
simplified to, the lowest code point among equals. Hong Kong and Taiwan write some characters
differently (臥 卧, 羣 群): those that kSemanticVariant gives from the source kHKGlyph join the family too.
"""
import sys
from collections import defaultdict

parent, simplified, version = {}, defaultdict(int), ""


def find(c):
    parent.setdefault(c, c)
    while parent[c] != c:
        parent[c] = parent[parent[c]]
        c = parent[c]
    return c


def code(word):
    return int(word.split("<")[0][2:], 16)


for line in open(sys.argv[1], encoding="utf-8"):
    if line.startswith("# Unicode version"):
        version = line[2:].strip()
    if line.startswith("#") or not line.strip():
        continue
    char, kind, values = line.rstrip("\n").split("\t")
    if kind not in ("kSimplifiedVariant", "kTraditionalVariant", "kSemanticVariant"):
        continue
    for value in values.split():
        if kind == "kSemanticVariant":
            if "kHKGlyph" in value:
                parent[find(code(char))] = find(code(value))
            continue
        a, b = code(char), code(value)
        if a == b:
            continue
        traditional, simple = (a, b) if kind == "kSimplifiedVariant" else (b, a)
        simplified[simple] += 1
        simplified[traditional] -= 1
        parent[find(traditional)] = find(simple)

families = defaultdict(list)
for c in parent:
    families[find(c)].append(c)
pairs = []
for members in families.values():
    to = min(members, key=lambda c: (-simplified[c], c))
    pairs += [(c, to) for c in members if c != to]

print("# Traditional to Simplified Chinese, character by character: FROM TO.")
print("# Made by make_han.py from Unihan_Variants.txt (kSimplifiedVariant, kTraditionalVariant, kSemanticVariant).")
print(f"# {version}. Copyright (c) Unicode, Inc.; Unicode License v3 (SPDX: Unicode-3.0),")
print("# https://www.unicode.org/license.txt")
for a, b in sorted(pairs):
    print(f"{chr(a)}{chr(b)}")
