"""Settings are checked at the start, and every fault is named with the way out."""

import pytest

from bot.settings import SETTINGS, SettingsError, is_configured, load

REAL = {
    "LINLI_REGION": "CN",
    "LINLI_EMERGENCY_VOICE": "120, 110",
    "LINLI_EMERGENCY_SMS": "12110",
    "LINLI_EMERGENCY_RELAY": "12345",
    "LINLI_COORDINATOR_PHONE": "+86 21 5555 0100",
    "LINLI_SAFEGUARDING": "telegram:123456",
}


def test_a_full_deployment_is_accepted(tmp_path):
    """Region, numbers for each mode, a coordinator's phone and a safeguarding address do."""
    settings = load(REAL, tmp_path)
    assert settings.region == "CN"
    assert settings.listed("emergency_voice") == ("120", "110")
    assert not settings.practice


@pytest.mark.parametrize("name", sorted(REAL))
def test_a_missing_needed_setting_is_named(tmp_path, name):
    """Linli refuses to start without it, and says which it is."""
    with pytest.raises(SettingsError, match=f"{name} is missing"):
        load({key: value for key, value in REAL.items() if key != name}, tmp_path)


def test_a_geocoder_wants_to_know_where_and_who(tmp_path):
    """Else it would be asked for the whole world, by nobody."""
    geocoder = {"LINLI_GEOCODER_URL": "https://nominatim.example"}
    with pytest.raises(SettingsError) as refused:
        load(REAL | geocoder, tmp_path)
    assert [told.split(" ", 1)[0] for told in refused.value.problems] == [
        "LINLI_GEOCODER_AREA",
        "LINLI_GEOCODER_CONTACT",
    ]
    more = {"LINLI_GEOCODER_AREA": "121,31,122,32", "LINLI_GEOCODER_CONTACT": "me@example.org"}
    assert load(REAL | geocoder | more, tmp_path).geocoder_kind == "nominatim"


def test_all_missing_settings_are_named_at_once(tmp_path):
    """Nobody has to start six times to learn of six faults."""
    with pytest.raises(SettingsError) as refused:
        load({"LINLI_REGION": "CN"}, tmp_path)
    assert len(refused.value.problems) == len(REAL) - 1


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("LINLI_PORT", "80a"),
        ("LINLI_PORT", "65536"),
        ("LINLI_REGION", "China"),
        ("LINLI_TIME_ZONE", "Nowhere/Town"),
        ("LINLI_ON_DUTY", "8-20"),
        ("LINLI_ON_DUTY", "08:00-25:00"),
        ("LINLI_EMERGENCY_VOICE", "call 120"),
        ("LINLI_SAFEGUARDING", "999"),
        ("LINLI_SAFEGUARDING", "pigeon:123456"),
        ("LINLI_DATABASE", "mysql://somewhere"),
        ("LINLI_PUBLIC_URL", "linli.example"),
        ("LINLI_TELEGRAM_WEBHOOK", "short"),
        ("LINLI_GEOCODER_URL", "nominatim.example"),
        ("LINLI_GEOCODER_KIND", "google"),
        ("LINLI_GEOCODER_DATUM", "bd09"),
        ("LINLI_GEOCODER_AREA", "121,31,122"),
        ("LINLI_GEOCODER_AREA", "121,32,122,31"),
        ("LINLI_GEOCODER_AREA", "121,nan,122,32"),
        ("LINLI_GEOCODER_AREA", "121,31,222,32"),
        ("LINLI_GEOCODER_CONTACT", "call us"),
        ("LINLI_WAVE_SIZE", "0"),
        ("LINLI_WAVE_SIZE", "five"),
        ("LINLI_WAVE_SIZE", "٥"),
        ("LINLI_WAVES", "100"),
        ("LINLI_OFFERS_AT_ONCE", "25"),
        ("LINLI_WAVE_AFTER", "5m,9m,3h"),
        ("LINLI_WAVE_AFTER", "0m,15m,2h,1d"),
        ("LINLI_WAVE_AFTER", "3,15,120,1440"),
        ("LINLI_CONFIRM_WITHIN", "3 weeks"),
        ("LINLI_REOPEN_WHEN_NOT_ARRIVED", "maybe"),
    ],
)
def test_a_value_that_cannot_be_used_is_named_with_what_is_accepted(tmp_path, name, value):
    """The message names the setting and says what it must be, without repeating the value."""
    with pytest.raises(SettingsError, match=f"{name} must be ") as refused:
        load({**REAL, name: value}, tmp_path)
    assert value not in str(refused.value)


def test_an_unknown_setting_is_refused(tmp_path):
    """A typing error in a name must not silently mean the default."""
    with pytest.raises(SettingsError, match="LINLI_PROT: there is no such setting"):
        load({**REAL, "LINLI_PROT": "8001"}, tmp_path)


def test_the_environment_wins_over_the_file(tmp_path):
    """A file holds the deployment's settings; one start may differ."""
    (tmp_path / "linli.toml").write_text('port = 9000\nregion = "GB"\n', "utf-8")
    settings = load({**REAL, "LINLI_PORT": "9001"}, tmp_path)
    assert (settings.port, settings.region) == ("9001", "CN")


def test_a_file_may_list_several_values(tmp_path):
    """A list in the file is the same as commas in the environment."""
    lines = [f'{key.removeprefix("LINLI_").lower()} = "{value}"' for key, value in REAL.items()]
    lines[1] = 'emergency_voice = ["120", "110"]'
    (tmp_path / "linli.toml").write_text("\n".join(lines), "utf-8")
    assert load({}, tmp_path).listed("emergency_voice") == ("120", "110")


def test_a_file_may_have_numbers_times_and_switches(tmp_path):
    """As TOML writes them; they are the same as in the environment."""
    lines = ["wave_size = 3", 'wave_after = ["1m", "5m", "1h", "1d"]']
    lines += ["reopen_when_not_arrived = false"]
    (tmp_path / "linli.toml").write_text("\n".join(lines), "utf-8")
    settings = load(REAL, tmp_path)
    assert (settings.wave_size, settings.wave_after) == ("3", "1m,5m,1h,1d")
    assert settings.reopen_when_not_arrived == "no"


def test_a_file_that_is_no_toml_is_refused_by_name(tmp_path):
    """The way out is in the file's own line."""
    (tmp_path / "linli.toml").write_text("region = CN", "utf-8")
    with pytest.raises(SettingsError, match=r"linli\.toml: not valid TOML"):
        load(REAL, tmp_path)


def test_practice_needs_no_setting_and_listens_on_this_machine_only(tmp_path):
    """The demo runs without any, and refuses to be reached from elsewhere."""
    assert load({}, tmp_path, practice=True).practice
    with pytest.raises(SettingsError, match="this machine only"):
        load({"LINLI_HOST": "0.0.0.0"}, tmp_path, practice=True)  # noqa: S104 - it is refused


def test_practice_never_takes_the_real_numbers_or_database(tmp_path):
    """A file of a real deployment beside it does not leak into the demo."""
    (tmp_path / "linli.toml").write_text('emergency_voice = "120"\n', "utf-8")
    settings = load({}, tmp_path, practice=True)
    assert settings.emergency_voice == ""
    assert settings.database.endswith("demo.sqlite3")


def test_any_needed_setting_says_that_somebody_means_it(tmp_path):
    """Half-configured is refused as a deployment, never served as practice."""
    assert not is_configured({"LINLI_PORT": "9000"}, tmp_path)
    assert is_configured({"LINLI_REGION": "CN"}, tmp_path)


def test_every_setting_says_what_it_is_for():
    """The help is one sentence, for the table in the documents."""
    for setting in SETTINGS:
        assert setting.help.endswith(".")
        assert setting.variable == f"LINLI_{setting.name.upper()}"
