"""What a page says of itself in JSON-LD: its article, whatever shape the JSON has; runs in a worker process."""

import html
import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from lxml.html import HtmlElement

Node = Mapping[str, Any]

# schema.org Article and its subtypes, without prefix, lower case; and posts, which blogs declare instead
ARTICLES = frozenset({
    "article", "newsarticle", "reportagenewsarticle", "analysisnewsarticle", "opinionnewsarticle",
    "backgroundnewsarticle", "reviewnewsarticle", "askpublicnewsarticle", "advertisercontentarticle", "report",
    "satiricalarticle", "techarticle", "scholarlyarticle", "medicalscholarlyarticle", "blogposting",
    "liveblogposting", "socialmediaposting", "discussionforumposting", "review", "recipe",
})  # fmt: skip
NESTED = ("@graph", "mainEntity", "mainEntityOfPage", "itemListElement", "item", "hasPart", "liveBlogUpdate")
DEEPEST = 8  # levels of nesting that are followed; real pages use four
MOST_NODES = 2_000  # per page; a listing of a thousand teasers has about as many
WRAPPING = re.compile(
    r"^\s*(?:<!--|//\s*<!\[CDATA\[|<!\[CDATA\[|/\*.*?\*/)?\s*|\s*(?:-->|//\s*\]\]>|\]\]>)?[\s;]*$", re.DOTALL
)
TRAILING_COMMA = re.compile(r",(\s*[}\]])")
FIELD = r'"%s"\s*:\s*"((?:[^"\\]|\\.)*)"'
BROKEN = {name: re.compile(FIELD % name) for name in ("headline", "datePublished", "dateModified", "inLanguage")}
BROKEN_AUTHOR = re.compile(r'"author"\s*:\s*[\[{\s]*[^\]}]*?"name"\s*:\s*"((?:[^"\\]|\\.)*)"')
BROKEN_ARTICLE = re.compile(r'"@type"\s*:\s*\[?\s*"(\w*Article|BlogPosting)"')


class LinkedData:
    """The JSON-LD of a page: `nodes` in the order of the page, `by_id` for references."""

    def __init__(self, tree: HtmlElement) -> None:
        self.nodes: list[Node] = []
        for script in tree.iter("script"):
            if "ld+json" in (script.get("type") or "").lower():
                for value in load(script.text or ""):
                    self.nodes.extend(nodes_in(value, MOST_NODES - len(self.nodes)))
        self.by_id = {
            node["@id"]: node for node in reversed(self.nodes) if isinstance(node.get("@id"), str) and len(node) > 1
        }

    def articles(self) -> list[Node]:
        """The nodes that are articles."""
        return [node for node in self.nodes if types_of(node) & ARTICLES]

    def of_type(self, *types: str) -> list[Node]:
        """The nodes of one of some types, lower case."""
        return [node for node in self.nodes if types_of(node) & set(types)]

    def resolve(self, value: Any) -> Any:
        """The node that a mere reference means, or the value itself."""
        if isinstance(value, Mapping) and isinstance(value.get("@id"), str) and "name" not in value:
            return self.by_id.get(value["@id"], value)
        return value


def load(text: str) -> Iterator[Any]:
    """The JSON values in a script; what can be picked out of it by pattern where it is no JSON."""
    text = WRAPPING.sub("", text)
    for attempt in (text, TRAILING_COMMA.sub(r"\1", text), html.unescape(text)):
        try:
            yield json.loads(attempt, strict=False)
        except ValueError as error:
            if "Extra data" in str(error):  # several values, one after the other
                yield from load_all(attempt)
                return
        except RecursionError:
            return
        else:
            return
    yield from pick(text)


def load_all(text: str) -> Iterator[Any]:
    """Values that follow one another, to the first that is none."""
    decoder, position = json.JSONDecoder(strict=False), 0
    try:
        while position < len(text):
            value, position = decoder.raw_decode(text, position)
            yield value
            position += len(text[position:]) - len(text[position:].lstrip(" \t\r\n;,"))
    except (ValueError, RecursionError):
        return


def pick(text: str) -> Iterator[Node]:
    """An article out of broken JSON: the first of each field."""
    found = {name: match[1] for name, pattern in BROKEN.items() if (match := pattern.search(text))}
    if (kind := BROKEN_ARTICLE.search(text)) and found:
        names = [{"name": unescaped(name)} for name in BROKEN_AUTHOR.findall(text)]
        yield {"@type": kind[1], "author": names, **{name: unescaped(value) for name, value in found.items()}}


def unescaped(value: str) -> str:
    """The string that JSON's escapes mean, or as it stands."""
    try:
        return str(json.loads(f'"{value}"', strict=False))
    except ValueError:
        return value


def nodes_in(value: Any, most: int, depth: int = 0) -> Iterator[Node]:
    """The objects of a value, outer before inner, along the properties that hold whole things."""
    if most <= 0 or depth > DEEPEST:
        return
    if isinstance(value, list):
        for item in value[:most]:
            yield from nodes_in(item, most, depth + 1)
    elif isinstance(value, Mapping):
        yield value
        for name in NESTED:
            if isinstance(value.get(name), list | Mapping):
                yield from nodes_in(value[name], most, depth + 1)


def types_of(node: Node) -> set[str]:
    """The types of a node without their prefix, lower case."""
    given = node.get("@type")
    values = given if isinstance(given, list) else [given]
    return {re.split(r"[/#:]", value)[-1].lower() for value in values if isinstance(value, str)}


def plain(value: Any) -> str | None:
    """A string of JSON-LD as text: entities and tags undone, white space folded."""
    if isinstance(value, list):
        value = value[0] if value else None
    if isinstance(value, Mapping):
        value = value.get("@value", value.get("name"))
    if not isinstance(value, str):
        return None
    return " ".join(re.sub(r"<[^<>]{1,200}>", " ", html.unescape(value)).split()) or None
