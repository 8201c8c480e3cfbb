"""The production shape, read as a file: there need be no Docker where the tests run."""

import pytest
import yaml

from launch import HOME, postgres

COMPOSE = yaml.safe_load((HOME / "docker-compose.yml").read_text())
SERVICES = COMPOSE["services"]


def test_the_database_is_made_as_the_embedded_one():
    arguments = SERVICES["postgres"]["environment"]["POSTGRES_INITDB_ARGS"]

    assert set(postgres.LOCALE) <= set(arguments.split())


@pytest.mark.parametrize("name", ["web", "worker"])
def test_web_and_worker_may_be_many(name):
    assert not {"container_name", "ports"} & SERVICES[name].keys()


@pytest.mark.parametrize("secret", ["SECRET_KEY", "DATABASE_URL"])
def test_no_secret_has_a_default(secret):
    assert ":?" in SERVICES["web"]["environment"][secret]


def test_the_web_waits_for_the_schema_and_the_proxy_for_the_web():
    assert SERVICES["web"]["depends_on"]["release"] == {
        "condition": "service_completed_successfully"
    }
    assert SERVICES["proxy"]["depends_on"]["web"] == {"condition": "service_healthy"}


def test_every_volume_is_declared():
    used = {
        volume.split(":")[0]
        for service in SERVICES.values()
        for volume in service.get("volumes", [])
        if not volume.startswith(".")
    }

    assert used == set(COMPOSE["volumes"])
