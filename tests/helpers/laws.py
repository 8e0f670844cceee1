"""The laws that every module of the program keeps, read from its source. Each law yields what breaks it, in words."""

import ast
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TypeAlias

LONGEST_FUNCTION, LONGEST_CLASS, LONGEST_FILE = 50, 400, 600

MUTABLE_NODES = (ast.List, ast.Dict, ast.Set, ast.ListComp, ast.DictComp, ast.SetComp)
MUTABLE_CALLS = {"list", "dict", "set", "defaultdict", "Counter", "deque", "OrderedDict", "bytearray"}

Function: TypeAlias = ast.FunctionDef | ast.AsyncFunctionDef


@dataclass(frozen=True)
class Module:
    """A module: its path inside the package with / between folders, and its source."""

    path: str
    source: str

    @property
    def tree(self) -> ast.Module:
        """The syntax tree."""
        return ast.parse(self.source)


Law: TypeAlias = Callable[[Module], Iterator[str]]


def functions_are_short(module: Module) -> Iterator[str]:
    """A function has at most 50 lines, from `def` to its end."""
    for node in ast.walk(module.tree):
        if isinstance(node, Function) and _length(node) > LONGEST_FUNCTION:
            yield f"{module.path}:{node.lineno} {node.name} has {_length(node)} lines"


def classes_are_short(module: Module) -> Iterator[str]:
    """A class has at most 400 lines."""
    for node in ast.walk(module.tree):
        if isinstance(node, ast.ClassDef) and _length(node) > LONGEST_CLASS:
            yield f"{module.path}:{node.lineno} {node.name} has {_length(node)} lines"


def files_are_short(module: Module) -> Iterator[str]:
    """A file has at most 600 lines."""
    if (length := len(module.source.splitlines())) > LONGEST_FILE:
        yield f"{module.path} has {length} lines"


def exceptions_are_caught_narrowly(module: Module) -> Iterator[str]:
    """Nobody catches everything, unless to put away what is open and let the exception go on."""
    for node in ast.walk(module.tree):
        if isinstance(node, ast.ExceptHandler):
            caught = node.type.elts if isinstance(node.type, ast.Tuple) else [node.type]
            names = {_name(one) if one else "Exception" for one in caught}
            if "Exception" in names or ("BaseException" in names and not _goes_on(node)):
                yield f"{module.path}:{node.lineno} catches everything"


def _goes_on(handler: ast.ExceptHandler) -> bool:
    last = handler.body[-1]
    return isinstance(last, ast.Raise) and last.exc is None


def modules_hold_no_state(module: Module) -> Iterator[str]:
    """No name of a module is bound anew, and what can be changed in place is named as a constant."""
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Global):
            yield f"{module.path}:{node.lineno} binds {', '.join(node.names)} anew"
    for statement in module.tree.body:
        if isinstance(statement, ast.Assign | ast.AnnAssign) and statement.value and _is_mutable(statement.value):
            targets = statement.targets if isinstance(statement, ast.Assign) else [statement.target]
            for target in targets:
                if not _name(target).isupper() and _name(target) != "__all__":
                    yield f"{module.path}:{statement.lineno} {_name(target)} can be changed in place"


def imports_stand_at_the_top(module: Module) -> Iterator[str]:
    """No import inside a function."""
    for node in ast.walk(module.tree):
        if isinstance(node, Function):
            for inner in ast.walk(node):
                if isinstance(inner, ast.Import):
                    yield from (f"{module.path} {node.name} {alias.name}" for alias in inner.names)
                elif isinstance(inner, ast.ImportFrom):
                    yield f"{module.path} {node.name} {inner.module}"


def public_names_are_described(module: Module) -> Iterator[str]:
    """Modules, public functions and classes, and the public methods of these have docstrings."""
    if ast.get_docstring(module.tree) is None:
        yield f"{module.path} has no docstring"
    yield from _undescribed(module, module.tree)


def _undescribed(module: Module, parent: ast.Module | ast.ClassDef) -> Iterator[str]:
    for node in parent.body:
        if isinstance(node, Function | ast.ClassDef) and not node.name.startswith("_"):
            if ast.get_docstring(node) is None:
                yield f"{module.path}:{node.lineno} {node.name} has no docstring"
            if isinstance(node, ast.ClassDef):
                yield from _undescribed(module, node)


def no_path_of_a_machine(module: Module) -> Iterator[str]:
    """No text names a folder of the computer on which it was written."""
    for number, line in enumerate(module.source.splitlines(), start=1):
        if re.search(r"(?<![\w/.-])/(?:home|root)/", line):
            yield f"{module.path}:{number} names a folder of somebody's computer"


def _length(node: Function | ast.ClassDef) -> int:
    return (node.end_lineno or node.lineno) - node.lineno + 1


def _name(node: ast.expr) -> str:
    """Return the last part of a name such as a or a.b, or nothing."""
    if isinstance(node, ast.Name):
        return node.id
    return node.attr if isinstance(node, ast.Attribute) else ""


def _is_mutable(value: ast.expr) -> bool:
    return isinstance(value, MUTABLE_NODES) or (isinstance(value, ast.Call) and _name(value.func) in MUTABLE_CALLS)
