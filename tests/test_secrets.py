"""No secret is in the repository; judged by detect-secrets, which knows their shapes."""

import pytest
from detect_secrets.core.plugins.util import get_mapping_from_secret_type_to_class
from detect_secrets.plugins.base import RegexBasedDetector

from tests.tree import files, read

DETECTORS = [
    kind()
    for kind in get_mapping_from_secret_type_to_class().values()
    if issubclass(kind, RegexBasedDetector) and kind.__name__ != "IPPublicDetector"
]
"""Those that know a shape; the others guess, or take an address such as 0.0.0.0 for a secret."""

# Put together here, so that this file does not hold what it looks for.
PLANTED = (
    "12345678" + "90:" + "AAE9x8Kq3vTz5LmNpQrStUvWxYz0123456A",
    "-----BEGIN " + "PRIVATE KEY-----",
    "postgresql://linli:" + "correct-horse@db.example/linli",
)


def kinds_in(text):
    """The kinds of secrets in a text."""
    return {one.secret_type for one in DETECTORS if any(one.analyze_string(text))}


@pytest.mark.parametrize("secret", PLANTED, ids=["token of a bot", "private key", "password"])
def test_the_search_finds_what_must_not_be_there(secret):
    """A search that finds nothing proves nothing."""
    assert len(kinds_in(f"# settings\nvalue = {secret}\n")) == 1


def test_no_secret_is_in_the_repository():
    """Tokens, keys and passwords live in the environment of whoever runs Linli."""
    texts = {str(path): read(path) for path in files() if path.suffix not in {".png", ".jpg"}}
    assert {path: kinds for path, text in texts.items() if (kinds := kinds_in(text))} == {}
