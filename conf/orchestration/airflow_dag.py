"""Runs Aftermath every hour; writes what may be published when somebody asks for it.

Put this file into the folder of DAGs. It asks for Aftermath at AFTERMATH_HOME on the workers, and for
the key in a variable of Airflow called aftermath_key, which Airflow masks in its logs.
"""

import os
import shlex
import subprocess
from datetime import datetime, timedelta

from airflow.decorators import dag, task
from airflow.exceptions import AirflowFailException
from airflow.models import Variable

HOME = os.environ.get("AFTERMATH_HOME", "/opt/aftermath")
A_MISTAKE_IN_WHAT_WAS_ASKED = 2

CHECK = "check /etc/aftermath/incident.yaml --input /srv/deliveries --warehouse /srv/warehouse"
RUN = "run /etc/aftermath/incident.yaml --input /srv/deliveries --warehouse /srv/warehouse --metrics /srv/metrics/aftermath.prom"
EXTRACT = "extract /etc/aftermath/incident.yaml --warehouse /srv/warehouse --out /srv/extracts"


def aftermath(command):
    """Runs a command; one that asks for something wrong is not tried again."""
    environment = dict(os.environ)
    environment["AFTERMATH_KEY"] = Variable.get("aftermath_key")
    environment["AFTERMATH_LOG_FORMAT"] = "json"
    ended = subprocess.run([f"{HOME}/aftermath", *shlex.split(command)], env=environment, cwd=HOME, check=False)
    if ended.returncode == A_MISTAKE_IN_WHAT_WAS_ASKED:
        raise AirflowFailException(f"aftermath {command}: a mistake in what was asked; see the log")
    if ended.returncode != 0:
        raise RuntimeError(f"aftermath {command} ended with {ended.returncode}")


TRIED_AGAIN = {"retries": 3, "retry_delay": timedelta(minutes=10)}


# One run at a time: a second one would find the warehouse held and fail.
@dag(
    dag_id="aftermath_hourly",
    schedule="7 * * * *",
    start_date=datetime(2025, 1, 1),
    catchup=False,
    max_active_runs=1,
    default_args=TRIED_AGAIN,
    tags=["aftermath"],
)
def hourly():
    @task
    def check():
        aftermath(CHECK)

    @task(execution_timeout=timedelta(hours=6))
    def run():
        aftermath(RUN)

    check() >> run()


# No schedule: releases are numbered and never taken back, so that people decide when one is made.
@dag(
    dag_id="aftermath_extract",
    schedule=None,
    start_date=datetime(2025, 1, 1),
    catchup=False,
    max_active_runs=1,
    tags=["aftermath"],
)
def on_demand():
    @task
    def extract():
        aftermath(EXTRACT)

    extract()


hourly()
on_demand()
