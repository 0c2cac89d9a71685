"""The shape of the house: sizes, names, purity, who may import whom, what a file may not say."""

import ast
import importlib.metadata
import re
import statistics
import sys
from fnmatch import fnmatch
from itertools import chain
from pathlib import Path

import pytest

from tests.tree import PACKAGES, PYPROJECT, ROOT, contract, files, read, run

FILE_LINES = 250
FILE_MEDIAN = 120
FUNCTION_LINES = 40
VAGUE_NAMES = re.compile(r"(util|helper|common|base|manager|misc)s?")
CLOCK = re.compile(r"\.now\(|\butcnow\(|\btoday\(")
# Hosts of registries and folders of one machine, written so that this file does not match itself.
FOREIGN = re.compile(
    r"pypi[.]org|files[.]pythonhosted|registry[.]npmjs|deb[.]debian|/(?:work|root|home)/"
)


def python_files():
    """Every module of the tree, tests and benchmarks included."""
    return files(suffix=".py")


def functions(path):
    """Every function of a module, methods and inner ones too."""
    tree = ast.parse(read(path))
    kinds = (ast.FunctionDef, ast.AsyncFunctionDef)
    return [node for node in ast.walk(tree) if isinstance(node, kinds)]


def pure_files():
    """The modules which the contract on purity names."""
    modules = contract("decisions are pure")["source_modules"]
    stems = [module.replace(".", "/") for module in modules]
    patterns = [stem + ending for stem in stems for ending in (".py", "/*.py")]
    return [p for p in files(*PACKAGES, suffix=".py") if any(fnmatch(p, x) for x in patterns)]


def imported(path):
    """Top-level names a module imports, wherever in it the import stands."""
    yield from names_in(ast.walk(ast.parse(read(path))))


def names_in(nodes):
    """Top-level names that these import statements name."""
    for node in nodes:
        if isinstance(node, ast.Import):
            yield from (alias.name.partition(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and not node.level:
            yield (node.module or "").partition(".")[0]


def canonical(name):
    """A distribution's name as indexes compare it."""
    return re.sub(r"[-_.]+", "-", name).lower()


def declared(*, development=False):
    """Distributions the project asks for at run time, or for its tests and benchmarks as well."""
    pins = list(PYPROJECT["project"]["dependencies"])
    if development:
        pins += PYPROJECT["dependency-groups"]["dev"]
    return {canonical(re.match(r"[\w.-]+", pin).group()) for pin in pins}


def extras():
    """Distributions that only some deployments install."""
    pins = chain.from_iterable(PYPROJECT["project"]["optional-dependencies"].values())
    return {canonical(re.match(r"[\w.-]+", pin).group()) for pin in pins}


def undeclared(paths, known):
    """Imports of distributions that nobody asked for; they are there by chance, or not at all."""
    owners = importlib.metadata.packages_distributions()
    own = {*PACKAGES, "tests", "bench", *sys.stdlib_module_names}
    return {
        f"{path}: {name}"
        for path in paths
        for name in set(imported(path)) - own
        if not known & {canonical(owner) for owner in owners.get(name, [])}
    }


def test_no_python_file_is_longer_than_250_lines():
    """A longer file has more than one subject."""
    long = {str(p): n for p in python_files() if (n := len(read(p).splitlines())) > FILE_LINES}
    assert not long


def test_half_of_the_python_files_fit_on_one_or_two_screens():
    """The median, so that one long file does not hide many."""
    assert statistics.median(len(read(p).splitlines()) for p in python_files()) <= FILE_MEDIAN


def test_no_function_is_longer_than_40_lines():
    """A function is read without scrolling."""
    sizes = {
        f"{path}:{node.name}": node.end_lineno - node.lineno + 1
        for path in python_files()
        for node in functions(path)
    }
    assert not {name: size for name, size in sizes.items() if size > FUNCTION_LINES}


def test_every_name_in_the_tree_says_what_is_inside():
    """A drawer for everything fills up with everything."""
    parts = {part for path in files() for part in (*path.parent.parts, path.stem)}
    assert not {part for part in parts if VAGUE_NAMES.fullmatch(part)}


def test_decisions_never_read_a_clock():
    """`now` is an argument; the import contract covers clocks that need an import."""
    assert not [str(path) for path in pure_files() if CLOCK.search(read(path))]


def test_the_search_for_clocks_finds_each_spelling():
    """A search that finds nothing proves nothing."""
    assert all(map(CLOCK.search, ("datetime.now(UTC)", "date.today()", "datetime.utcnow()")))


def test_no_file_names_a_registry_or_a_folder_of_one_machine():
    """A checkout works anywhere, behind any mirror."""
    texts = [path for path in files() if b"\0" not in (ROOT / path).read_bytes()]
    found = {str(p): match.group() for p in texts if (match := FOREIGN.search(read(p)))}
    assert not found


def test_every_import_at_run_time_is_a_declared_dependency():
    """`make run` installs run-time packages only, so a test-only package would be missing."""
    assert not undeclared(files(*PACKAGES, suffix=".py"), declared() | extras() | {"linli"})


def test_an_extra_is_imported_only_by_what_needs_it():
    """Everything else works without it: no module imports one when it is loaded."""
    first = {str(p): names_in(ast.parse(read(p)).body) for p in files(*PACKAGES, suffix=".py")}
    assert not [path for path, names in first.items() if extras() & set(names)]


def test_every_import_of_tests_and_benchmarks_is_a_declared_dependency():
    """`make test` on a new machine finds what it found on the machine of its author."""
    assert not undeclared(files("tests", "bench", suffix=".py"), declared(development=True))


def test_the_import_contracts_hold():
    """Layers, ladders and purity, as pyproject.toml states them."""
    tool = Path(sys.executable).with_name("lint-imports")
    done = run(tool, "--no-cache")
    assert done.returncode == 0, done.stdout[-4000:] + done.stderr[-2000:]


@pytest.mark.parametrize("package", PACKAGES)
def test_every_folder_with_python_in_it_is_a_package(package):
    """Without an `__init__.py` the wheel would leave the folder out."""
    folders = {path.parent for path in files(package, suffix=".py")}
    assert not [str(folder) for folder in folders if not (ROOT / folder / "__init__.py").is_file()]
