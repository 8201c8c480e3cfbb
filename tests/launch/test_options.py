import pytest

from launch import options, run


def test_without_a_word_it_is_port_8000_with_the_demo_company():
    chosen = options.parser().parse_args([])

    assert (chosen.port, chosen.no_demo, chosen.command) == (8000, False, None)


def test_the_data_folder_may_stand_before_or_after_the_command(tmp_path):
    before = options.parser().parse_args(["--data", str(tmp_path), "backup", "x.tar"])
    after = options.parser().parse_args(["backup", "x.tar", "--data", str(tmp_path)])

    assert before.data == after.data == tmp_path.resolve()


@pytest.mark.parametrize("port", ["0", "65536", "http"])
def test_what_is_no_port_is_refused(port, capsys):
    with pytest.raises(SystemExit):
        options.parser().parse_args(["--port", port])

    assert "--port" in capsys.readouterr().err


def test_help_lists_what_the_environment_may_say(capsys):
    with pytest.raises(SystemExit):
        options.parser().parse_args(["--help"])

    shown = capsys.readouterr().out
    words = ["--port", "--no-demo", "--data", "DATABASE_URL", "REDIS_URL", "EMAIL_URL"]
    assert [word for word in [*words, "PUBLIC_URL"] if word not in shown] == []


def test_the_environment_wins_over_the_env_file(tmp_path, monkeypatch):
    monkeypatch.setenv("REDIS_URL", "redis://given")
    monkeypatch.setenv("EMAIL_URL", "to be forgotten")
    monkeypatch.delenv("EMAIL_URL")
    (tmp_path / ".env").write_text("# mail\nREDIS_URL=redis://file\nEMAIL_URL='smtp://file'\n")

    options.read_env_file(tmp_path / ".env")

    assert options.os.environ["REDIS_URL"] == "redis://given"
    assert options.os.environ["EMAIL_URL"] == "smtp://file"


@pytest.mark.parametrize(
    ("url", "interface"),
    [
        ("http://localhost:8000", "127.0.0.1"),
        ("https://crm.example.ru", "127.0.0.1"),
        ("http://192.168.1.10:8000", "0.0.0.0"),
    ],
)
def test_the_network_is_served_only_when_its_address_is_given(url, interface):
    assert run.interface(url) == interface
