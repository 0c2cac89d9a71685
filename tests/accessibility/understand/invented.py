"""Languages that nobody speaks, with rules of a test's own."""

from contextlib import contextmanager

from locales import add_directory, forget_directory


@contextmanager
def invented(folder, code, rules, beside=None):
    """While a language is known by these rules and the files `beside` them; gives their folder."""
    there = folder / code / "understand"
    there.mkdir(parents=True)
    there.with_suffix(".toml").write_text(rules, "utf-8")
    for name, text in (beside or {}).items():
        (there / name).write_text(text, "utf-8")
    add_directory(folder)
    try:
        yield there
    finally:
        forget_directory(folder)
