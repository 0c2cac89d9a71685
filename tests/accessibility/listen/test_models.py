"""A folder's models are told apart by their files, and what is missing is named."""

import json
from pathlib import Path

import pytest

from accessibility.listen.ears import Ears
from accessibility.listen.tags import closest, whisper_name
from accessibility.listen.worker import models
from accessibility.listen.worker.listening import Listening
from accessibility.listen.worker.models import Make, make_of, models_of, tongues
from tests.weights import listening

FILES = {
    Make.WHISPER: ("model.bin", "config.json", "tokenizer.json", "vocabulary.txt"),
    Make.VOSK: ("am/final.mdl", "conf/model.conf", "graph/HCLr.fst"),
    Make.SHERPA: ("tokens.txt", "encoder-epoch-99.int8.onnx", "decoder.onnx", "joiner.onnx"),
}


def laid(folder: Path, make):
    """A folder with the files of a model, all of them empty."""
    for name in FILES[make]:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text("{}", encoding="utf-8")
    return folder


@pytest.fixture
def every_package(monkeypatch):
    """A machine that has all three packages."""
    monkeypatch.setattr(models, "_runs", lambda _make: True)


@pytest.mark.parametrize("make", FILES)
def test_a_model_is_known_by_its_files(tmp_path, make):
    """By those alone; a folder with one of them less is none."""
    assert make_of(tmp_path) is None
    laid(tmp_path, make)
    assert make_of(tmp_path) is make
    (tmp_path / FILES[make][0]).unlink()
    assert make_of(tmp_path) is None


@pytest.mark.usefixtures("every_package")
def test_each_language_has_the_model_of_its_folder_and_else_the_multilingual_one(tmp_path):
    """Which may lie beside the folders."""
    laid(tmp_path, Make.WHISPER)
    laid(tmp_path / "es", Make.VOSK)
    laid(tmp_path / "zh-Hans", Make.SHERPA)
    (tmp_path / "config.json").write_text('{"lang_ids": [1, 2]}', encoding="utf-8")
    named = [{"id": 1, "content": "<|en|>"}, {"id": 2, "content": "<|zh|>"}]
    told = json.dumps({"added_tokens": [*named, {"id": 3, "content": "<|transcribe|>"}]})
    (tmp_path / "tokenizer.json").write_text(told, encoding="utf-8")
    found = models_of(tmp_path)
    by = {tag: found.of(tag).make for tag in ("en", "en-GB", "es-MX", "zh-Hans", "zh-TW")}
    assert by == {
        "en": Make.WHISPER,
        "en-GB": Make.WHISPER,
        "es-MX": Make.VOSK,
        "zh-Hans": Make.SHERPA,
        "zh-TW": Make.SHERPA,
    }
    assert found.of("fr") is None
    assert found.lacks == ()
    hello = Listening(tmp_path).hello()
    ears = Ears(**hello)
    assert [ears.by(tag) for tag in by] == [make.value for make in by.values()]
    assert not ears.hears("fr")


@pytest.mark.parametrize("make", [Make.VOSK, Make.SHERPA])
def test_a_model_whose_package_is_missing_is_told_with_how_to_get_it(tmp_path, monkeypatch, make):
    """And the language is not understood, rather than failing when somebody speaks."""
    monkeypatch.setattr(models, "_runs", lambda one: one is not make)
    laid(tmp_path / "en", make)
    found = models_of(tmp_path)
    assert found.of("en") is None
    extra = {"vosk": "stt-vosk", "sherpa-onnx": "stt-sherpa"}[make]
    assert found.lacks == (f"{make} is missing: pip install 'linli[{extra}]'",)


@pytest.mark.usefixtures("every_package")
def test_what_is_no_model_is_told_with_its_place(tmp_path):
    """An empty folder, one that is not there, one of one language without a name."""
    (tmp_path / "en").mkdir()
    (tmp_path / "notes").mkdir()
    assert models_of(tmp_path).lacks == (f"{tmp_path / 'en'}: {models.NOT_A_MODEL}",)
    assert "No such file" in models_of(tmp_path / "gone").lacks[0]
    laid(tmp_path / "one", Make.VOSK)
    assert "belongs in a folder named by its tag" in models_of(tmp_path / "one").lacks[0]
    (tmp_path / "empty").mkdir()
    assert models.NOT_A_MODEL in models_of(tmp_path / "empty").lacks[0]


def test_the_languages_of_a_model_are_read_from_its_own_files():
    """Without loading it; a model of English alone names none."""
    found = tongues(listening())
    assert {"en", "zh", "ar", "so"} <= found
    assert len(found) == 99
    assert "transcribe" not in found


@pytest.mark.parametrize(
    ("language", "tag"),
    [
        ("en", "en"),
        ("en-US", "en"),
        ("zh-Hans", "zh-hans"),
        ("zh", "zh-hans"),
        ("fr", ""),
        ("", ""),
    ],
)
def test_the_closest_tag_serves_a_language(language, tag):
    """Its own, its language's, or another dialect's."""
    assert closest(language, ["zh-hans", "en", "pt-br"]) == tag


def test_whisper_has_other_names_for_some_languages():
    """By which it is asked."""
    assert [whisper_name(tag) for tag in ("zh-Hans", "nb", "fil", "EN-gb")] == [
        "zh",
        "no",
        "tl",
        "en",
    ]
