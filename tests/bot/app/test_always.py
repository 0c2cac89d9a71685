"""What every message may use."""

import locales
from bot.app.talking import wording_of
from tests.world import settings_for


def test_nothing_is_put_into_words_before_something_is_said(monkeypatch, tmp_path):
    """A program that only waits need not hold the rules of every language in memory."""
    greeted = []
    monkeypatch.setattr(locales, "greeting", lambda codes, **values: greeted.append(codes) or "")
    wording = wording_of(settings_for(f"sqlite:///{tmp_path}/linli.sqlite3", tmp_path))
    assert greeted == []
    for _ in range(2):
        assert "languages" in dict(wording.always)
    assert greeted == [("en", "zh-Hans")]
