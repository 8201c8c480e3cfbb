"""A worker is really killed in the middle of a statement: the next one takes nothing twice."""

import os
import signal
import subprocess
import sys
from datetime import timedelta

import pytest
from django.conf import settings as project
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import transaction

from core import clock, jobs
from core.models import Job
from orders import actions
from orders.models import BankStatement, Invoice, Payment, WorkOrder
from orders.money.statements.lifecycle import StatementStatus
from tests import given
from tests.orders.bank_file import document, statement
from tests.outside import environment, until

WORKER = """
import sys
import django
django.setup()
from django.conf import settings
settings.MEDIA_ROOT = sys.argv[2]
from core import jobs
from orders.money.statements import work
work.PIECE = int(sys.argv[3])
jobs.run_job(int(sys.argv[1]))
"""
MANY, PIECE, LOCKED = 12, 4, 6  # the worker waits within the second piece


@pytest.mark.django_db(transaction=True)
def test_a_killed_workers_statement_is_finished_by_the_next_one(queued, settings):
    vera, olga, romashka = given.employee("accountant"), given.employee(), given.organisation()
    invoices = [given.invoice(given.order(by=olga, of=romashka), by=olga) for _ in range(MANY)]
    sections = [
        document(
            number=str(place),
            day=clock.today().strftime("%d.%m.%Y"),
            amount=str(invoice.amount),
            purpose=f"Оплата по счету {invoice.number}",
        )
        for place, invoice in enumerate(invoices)
    ]
    file = SimpleUploadedFile("kl_to_1c.txt", statement(*sections))
    loaded = actions.upload_statement(file, by=vera)
    job = str(loaded.job_id)
    with transaction.atomic():
        # The worker waits here, in the middle, however fast it is.
        WorkOrder.objects.select_for_update().get(invoice_shares__invoice=invoices[LOCKED])
        doomed = subprocess.Popen(
            [sys.executable, "-c", WORKER, job, str(settings.MEDIA_ROOT), str(PIECE)],
            cwd=project.BASE_DIR,
            env=environment(DJANGO_SETTINGS_MODULE="crm.settings"),
        )
        until(lambda: Payment.objects.count() == PIECE, seconds=150)
        os.kill(doomed.pid, signal.SIGKILL)
        doomed.wait()
    assert Payment.objects.count() == PIECE
    Job.objects.update(touched_at=clock.now() - timedelta(minutes=5), state=Job.State.WAITING)

    jobs.run_job(loaded.job_id)

    loaded = BankStatement.objects.get()
    assert (loaded.status, loaded.lines_count) == (StatementStatus.FINISHED, MANY)
    assert Payment.objects.count() == MANY
    assert Invoice.objects.paid().count() == MANY
