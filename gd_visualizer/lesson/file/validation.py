"""Holding a parsed document against the schema, and saying in our words where it does not fit."""

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

import msgspec
from msgspec import inspect

from gd_visualizer.lesson.file.refusal import Refusal, below, expected, listed, unknown_key
from gd_visualizer.lesson.file.schema import WORDS, Document
from gd_visualizer.text.message import Message, message

_WORDS = {
    inspect.StrType: message("text in quotes"),
    inspect.IntType: message("a whole number"),
    inspect.FloatType: message("a number"),
    inspect.BoolType: message("true or false"),
    inspect.ListType: message("a list"),
    inspect.VarTupleType: message("a list"),
    inspect.StructType: message("a table"),
    inspect.DictType: message("a table"),
}
_STEP = re.compile(r"\.(\w+)|\[(\d+)\]")


class _Place(NamedTuple):
    """A place in the document: its name, what the schema says of it, and what stands there."""

    where: str
    rule: inspect.Type
    value: Any


def shaped(document: dict[str, Any]) -> Document:
    """The document as a ``Document``. Raises Refusal at the first place that does not fit."""
    try:
        return msgspec.convert(document, Document)
    except msgspec.ValidationError as error:
        raise _explained(str(error), document) from None


def _explained(problem: str, document: dict[str, Any]) -> Refusal:
    """The Refusal that msgspec's message, ``problem - at `$.path[0]` ``, stands for."""
    root = _Place("", inspect.type_info(Document), document)
    if "unknown field" in problem:
        # A stranger's name could look like a path, so it is sought instead of parsed.
        return next(_strangers(root))
    _, _, path = problem.partition(" - at `$")
    place = root
    for key, index in _STEP.findall(path):
        place = _key(place, key) if key else _item(place, int(index))
    if missing := re.match("Object missing required field `(.*?)`", problem):
        place = _key(place, missing[1])
        words = message("missing; expected {what}", what=_words(place.rule))
        return Refusal(place.where, words)
    return expected(place.where, _words(place.rule), place.value)


def _strangers(table: _Place) -> Iterator[Refusal]:
    fields = _fields(table.rule)
    for key in table.value:
        if key not in fields:
            yield unknown_key(table.where, key, list(fields))
            continue
        place = _key(table, key)
        if isinstance(place.value, dict) and _fields(place.rule):
            yield from _strangers(place)
        elif isinstance(place.value, list) and _fields(_item_rule(place.rule)):
            items = (_item(place, index) for index in range(len(place.value)))
            for item in items:
                if isinstance(item.value, dict):
                    yield from _strangers(item)


def _key(table: _Place, key: str) -> _Place:
    value = table.value.get(key)
    return _Place(below(table.where, key), _fields(table.rule)[key], value)


def _item(items: _Place, index: int) -> _Place:
    where = f"{items.where}[{index + 1}]"
    return _Place(where, _item_rule(items.rule), items.value[index])


def _members(rule: inspect.Type) -> Iterator[inspect.Type]:
    """The types that a rule allows, its descriptions taken off."""
    if isinstance(rule, inspect.Metadata):
        yield from _members(rule.type)
    elif isinstance(rule, inspect.UnionType):
        for member in rule.types:
            yield from _members(member)
    else:
        yield rule


def _fields(rule: inspect.Type) -> dict[str, inspect.Type]:
    for member in _members(rule):
        if isinstance(member, inspect.StructType):
            return {field.name: field.type for field in member.fields}
    return {}


def _item_rule(rule: inspect.Type) -> inspect.Type:
    for member in _members(rule):
        if isinstance(member, inspect.ListType | inspect.VarTupleType):
            return member.item_type
    return inspect.AnyType()


def _words(rule: inspect.Type) -> Message:
    if isinstance(rule, inspect.Metadata) and rule.extra_json_schema:
        description = str(rule.extra_json_schema["description"])
        return WORDS.get(description, Message(description))
    if isinstance(rule, inspect.UnionType):
        members = [m for m in rule.types if not isinstance(m, inspect.NoneType)]
        return listed([_words(member) for member in members])
    return _WORDS[type(rule)]
