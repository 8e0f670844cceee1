"""Every sentence that the screens may show, read from the source and from the forms.

The window marks its sentences where they stand. Those below it need not stand where they are used: a name stands for
all that its module binds to it (or imports from another module of the program), a parameter for what the calls in its
module give for it, a mapping for its values. So a sentence is missed only where its way leads through calls of another
module; what has no blank in it is the key of something.
"""

import ast
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from xml.etree import ElementTree as ET

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "clesidra_desktop"

SHOWN = {
    "UserError": (0,),
    "GoneError": (0,),
    "PackThereError": (0,),
    "refusal": (0,),
    "Finding": (3,),
    "Fault": (0,),
    "Arrival": (2,),
    "ToldVersion": (1,),
    "Remark": (1,),
    "Reason": (0,),
    "Sentence": (0,),
}
"""What is called with sentences, and which arguments they are."""

SHOWN_BY_WINDOW = {"tr": (0,), "mark": (0,), "tr_count": (0, 1)}
"""The same of the window; there, sentences stand in the call itself."""


def of_code() -> Iterator[tuple[str, str]]:
    """Yield the sentences of the source, each with where it stands."""
    for path in sorted(PACKAGE.rglob("*.py")):
        if "forms" not in path.parts:
            for text, line in read_module(path).sentences(in_window="gui" in path.parts):
                yield text, f"{path.relative_to(ROOT)}:{line}"


class Module:
    """The source of a module, with what its names stand for."""

    def __init__(self, tree: ast.Module) -> None:
        self.tree = tree
        self._bound: defaultdict[str, list[ast.expr]] = defaultdict(list)
        self._imported: dict[str, str] = {}
        self._calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call)]
        for node in ast.walk(tree):
            self._bind(node)

    def sentences(self, *, in_window: bool) -> Iterator[tuple[str, int]]:
        """Yield the sentences, each with its line."""
        for call in self._calls:
            name = _name(call.func)
            for argument in _at(call.args, SHOWN.get(name, ())):
                yield from ((text, call.lineno) for text in self._texts(argument, set()) if " " in text)
            for argument in _at(call.args, SHOWN_BY_WINDOW.get(name, ()) if in_window else ()):
                for part in ast.walk(argument):
                    if isinstance(part, ast.Constant) and isinstance(part.value, str):
                        yield part.value, call.lineno

    def _bind(self, node: ast.AST) -> None:
        match node:
            case ast.Assign(targets=targets, value=value):
                for target in targets:
                    self._bind_target(target, value)
            case ast.AnnAssign(target=target, value=ast.expr() as value) | ast.NamedExpr(target=target, value=value):
                self._bind_target(target, value)
            case ast.For(target=target, iter=value) | ast.comprehension(target=target, iter=value):
                self._bind_target(target, value)
            case ast.ImportFrom(module=str(module), names=names) if module.startswith(PACKAGE.name):
                self._imported |= {one.asname or one.name: module for one in names}
            case ast.FunctionDef(name=name, args=ast.arguments(args=parameters)):
                self._bind_parameters(name, [one.arg for one in parameters])
            case ast.ClassDef(name=name, body=body):
                self._bind_members(name, body)

    def _bind_target(self, target: ast.expr, value: ast.expr) -> None:
        for part in ast.walk(target):
            if isinstance(part, ast.Name):
                self._bound[part.id].append(value)

    def _bind_parameters(self, function: str, parameters: list[str]) -> None:
        """Let parameters stand for what is given for them."""
        if parameters[:1] in (["self"], ["cls"]):
            parameters = parameters[1:]
        for call in self._calls:
            if _name(call.func) == function:
                for parameter, given in zip(parameters, call.args, strict=False):
                    self._bound[parameter].append(given)
                for keyword in call.keywords:
                    if keyword.arg in parameters:
                        self._bound[str(keyword.arg)].append(keyword.value)

    def _bind_members(self, name: str, body: list[ast.stmt]) -> None:
        """Let the attribute `template` of an enumeration stand for the first values of its members."""
        for node in body:
            if isinstance(node, ast.Assign) and isinstance(node.value, ast.Tuple):
                self._bound[f"{name}.template"].append(node.value.elts[0])

    def _texts(self, node: ast.expr, seen: set[str]) -> Iterator[str]:
        """Yield the texts that an expression may be. `seen` are the names on the way to it."""
        match node:
            case ast.Constant(value=str(text)):
                yield text
            case ast.Name(id=name) if name not in seen:
                yield from self._texts_of_name(name, {*seen, name})
            case ast.Attribute(attr="template"):
                for name, values in list(self._bound.items()):
                    if name.endswith(".template"):
                        yield from self._texts_of_all(values, seen)
            case ast.Dict(values=values) | ast.Tuple(elts=values) | ast.List(elts=values) | ast.BoolOp(values=values):
                yield from self._texts_of_all(values, seen)
            case ast.IfExp(body=one, orelse=other):
                yield from self._texts_of_all([one, other], seen)
            case ast.Subscript(value=value):
                yield from self._texts(value, seen)
            case ast.GeneratorExp(elt=value):
                yield from self._texts(value, seen)
            case ast.Call(func=ast.Attribute(value=value, attr="get" | "items" | "values"), args=arguments):
                yield from self._texts_of_all([value, *arguments[1:]], seen)
            case ast.Call(func=ast.Name(id="next" | "MappingProxyType" | "mark"), args=arguments):
                yield from self._texts_of_all(arguments, seen)

    def _texts_of_all(self, nodes: list[ast.expr], seen: set[str]) -> Iterator[str]:
        for node in nodes:
            yield from self._texts(node, seen)

    def _texts_of_name(self, name: str, seen: set[str]) -> Iterator[str]:
        yield from self._texts_of_all(self._bound.get(name, []), seen)
        if name in self._imported:
            path = ROOT.joinpath(*self._imported[name].split(".")).with_suffix(".py")
            if path.exists():
                yield from read_module(path)._texts_of_name(name, seen)


@cache
def read_module(path: Path) -> Module:
    """Return a module of the program."""
    return Module(ast.parse(path.read_text(encoding="utf-8")))


def _at(arguments: list[ast.expr], places: tuple[int, ...]) -> list[ast.expr]:
    return [arguments[place] for place in places if place < len(arguments)]


def _name(function: ast.expr) -> str:
    return function.id if isinstance(function, ast.Name) else getattr(function, "attr", "")


def of_forms() -> Iterator[tuple[str, str]]:
    """Yield the sentences of the forms, each with where it stands."""
    for path in sorted((ROOT / "ui").rglob("*.ui")):
        for string in ET.parse(path).getroot().iter("string"):  # noqa: S314 (our own)
            if string.get("notr") != "true" and string.text:
                yield string.text, str(path.relative_to(ROOT))
