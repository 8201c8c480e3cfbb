"""./bench/run before there is a Django: installs what is missing, starts servers of its own."""

import subprocess

from bench.options import parser
from launch import HOME, PYTHON, options, postgres, run, servers

# What this machine's own ./run is set to, by .env too, is neither seen nor touched.
ENVIRONMENT = {
    "DATABASE_URL": "",
    "REDIS_URL": "",
    "EMAIL_URL": "",
    "PUBLIC_URL": "http://localhost:8000",
    "DEMO": "False",
    "SECURE": "False",
    "DEBUG": "False",
}
# The loader may leave foreign keys unchecked: a million orders take their time.
BELIEVED = "GRANT SET ON PARAMETER session_replication_role TO naryad"


def measure(words):
    parser().parse_args(words)
    data = options.default_data() / "bench"
    run.make_ready(data)
    with servers.running(data, **ENVIRONMENT) as (_, environment):
        administrator = postgres.administrator_of(environment["DATABASE_URL"])
        postgres.ask(administrator, BELIEVED)
        run.prepare(data, environment)
        command = [PYTHON, "-m", "bench.measure", *words]
        return subprocess.run(command, env=environment, cwd=HOME, check=False).returncode
