"""Reads report.html with html5lib, which refuses what the standard calls an error, and compares it with result.json.

usage: page.py RUN
"""

import json
import re
import sys
from pathlib import Path
from urllib.parse import unquote

import html5lib

HTML, SVG = "{http://www.w3.org/1999/xhtml}", "{http://www.w3.org/2000/svg}"
run = Path(sys.argv[1])
result = json.loads((run / "result.json").read_text())
page = html5lib.HTMLParser(strict=True).parse((run / "report.html").read_bytes(), transport_encoding="utf-8")


def text(element):
    return "".join(element.itertext())


for element in page.iter():
    assert element.tag not in {HTML + name for name in ("script", "link", "iframe", "object", "img", "base", "form")}, element.tag
    for name, value in element.attrib.items():
        assert not name.lower().startswith("on") and name not in ("src", "style", "srcset"), (element.tag, name)
        assert "javascript:" not in value, value
        if name.endswith("href"):
            assert not re.match(r"[a-z]+:|/|\.", value), value
            assert (run / unquote(value)).is_file(), f"{value} leads nowhere"
for style in page.iter(HTML + "style"):
    assert all(url == "#waiting" for url in re.findall(r"url\(([^)]*)\)", text(style))), text(style)
    assert "@import" not in text(style)

sections = {text(section.find(HTML + "h2")): section for section in page.iter(HTML + "section")}
rows = [[text(cell) for cell in row.iter(HTML + "td")] for row in sections["Nodes"].iter(HTML + "tr")]
rows = [row for row in rows if row]
assert len(rows) == len(result["nodes"]), rows
for row, node in zip(rows, result["nodes"]):
    assert row[0] == f"{node['name']} {node['board']}" and row[1] == node["port"], (row, node)
    assert row[2] == node["state"] + " in an earlier run" * node["before"], (row, node)
    assert row[8] == str(node["retries"]), (row, node)

drawn = [element for element in page.iter(SVG + "text") if element.get("class") == "node"]
assert [text(element).split()[0] for element in drawn] == [node["name"] for node in result["nodes"]]
bars = {rect.get("class") for rect in sections["Timeline"].iter(SVG + "rect")}
if any(node["state"] == "changed" for node in result["nodes"]):
    assert {"write", "attempt good"} <= bars, bars

bad = [node for node in result["nodes"] if node["state"] not in ("changed", "unchanged")]
cards = list(page.iter(HTML + "article"))
assert len(cards) == len(bad), "a card for each node that is not as it should be"
for card, node in zip(cards, bad):
    assert node["message"] in text(card) and node["code"] in text(card), text(card)
print(text(next(page.iter(HTML + "h1"))))
