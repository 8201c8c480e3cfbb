"""The demo company: the newest weeks at once, the rest in the worker, and away again."""

import shutil
from datetime import datetime, timedelta

from django.apps import apps
from django.conf import settings
from django.db import connection, transaction
from django.utils.translation import gettext as _

from clients.models import AdSource, Region
from company import numbering
from company.models.dictionary import DictionaryEntry
from company.robot import robot
from core import clock, jobs, standing
from core.models import Installation, Job
from core.prepared import prepared
from crm.access import load_roles
from crm.demo import card_rules, discounts, firms, names, people, personal_data, price_list
from crm.demo.dealings import Dealings
from crm.demo.deals import Deals
from crm.demo.desk import Desk
from crm.demo.hands import Hands
from crm.demo.history import History
from crm.demo.interests import Interests
from crm.demo.invoices import Invoices
from crm.demo.plan import Plan
from crm.demo.proposals import Proposals
from crm.demo.regulations import Regulations
from crm.demo.sales_plan import SalesPlans
from crm.demo.statements import Statements
from crm.demo.tasks import Tasks
from orders.work_orders.actions.accept import SERIES
from sales.models import ProcessStage, ProcessVersion, StageTask
from sales.processes import usual


@transaction.atomic
def load_recent(**length):
    """People, price list and the newest 60 days; the older history is left to a job.

    `length` (days, recent_days) makes a shorter history, for tests.
    """
    now = clock.now()
    plan = Plan(now, **length)
    load_roles()
    people.load()
    price_list.load(plan.today)
    for place, (name, _weight) in enumerate(names.AD_SOURCES, start=1):
        AdSource.objects.get_or_create(name=name, defaults={"ordering": place * 10})
    for place, (name, _weight) in enumerate(names.REGIONS, start=1):
        Region.objects.get_or_create(name=name, defaults={"ordering": place * 10})
    for year, count in plan.accepted_by_year.items():
        numbering.reserve(SERIES, year, count)
    with standing.kept():
        History(plan).happen(_days(plan.recent_from, plan.today), recent=True)
        Desk(now).fill()
    Tasks(now).fill()
    usual.load()
    Interests(now).fill()
    Deals(now).fill()
    Dealings(now).fill()
    Regulations(now).fill()
    firms.fill()
    Statements(now).fill()
    Invoices(now).fill()
    Proposals(now).fill()
    SalesPlans(now).fill()
    discounts.fill(plan.recent_from)
    Hands(now).fill()
    personal_data.fill()
    Installation.mark_demo(now)
    admin = people.login("admin")
    card_rules.load(by=admin)
    jobs.start(KIND, _("History of the demo company"), by=admin, now=now.isoformat(), length=length)


def _days(first, last):
    return [first + timedelta(days=place) for place in range((last - first).days + 1)]


def _load_rest(job, progress):
    """Resumes after the day that the checkpoint names."""
    plan = Plan(datetime.fromisoformat(job.arguments["now"]), **job.arguments["length"])
    days = _days(plan.first_day, plan.today)
    done_days = job.checkpoint.get("days", 0)

    def tell(day):
        done = (day - plan.first_day).days + 1
        progress.say(done, len(days), {"days": done})

    with numbering.entering_history():
        History(plan).happen(days[done_days:], recent=False, tell=tell)


KIND = jobs.JobKind("demo_history", _load_rest)


def unfinished_job() -> Job | None:
    return next(iter(_unfinished()), None)


@prepared
def _unfinished():
    return Job.objects.filter(kind=KIND.code, state__in=["waiting", "running"])


# Of these all but dictionaries and what belongs to them: a process of sale with its stages.
KEPT = (DictionaryEntry, ProcessVersion, ProcessStage, StageTask)
WORK = ("clients", "tasks", "interactions", "orders", "production", "sales")
EMPTIED = [
    "catalog_discountrule", "company_absence", "company_approval", "company_approvalstep",
    "company_assignment",
    "company_assignmentstep", "company_counter", "company_deadline", "company_deadlinestep",
    "company_deadlinewarning", "company_leaving", "company_turn", "core_changedrow",
    "core_changeset", "company_notification", "core_attachment", "core_document", "core_draft",
    "core_job",
    "core_outgoingmessage", "core_outgoingmessage_attachments", "core_outgoingmessage_documents",
    "core_homeview", "core_savedview", "core_secretlink", "django_session",
]  # fmt: skip


def emptied() -> list[str]:
    """The tables that hold what the firm does; what it knows of itself stays."""
    models = apps.get_models(include_auto_created=True)
    work = [model for model in models if model._meta.app_label in WORK]
    tables = [model._meta.db_table for model in work if not issubclass(model, KEPT)]
    return sorted({*EMPTIED, *tables})


@transaction.atomic
def remove():
    """Empty the firm of people, clients, orders and papers; dictionaries and prices stay."""
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute(f"TRUNCATE {', '.join(emptied())}")
    for folder in ("documents", "attachments", "results", "statements"):
        shutil.rmtree(settings.MEDIA_ROOT / folder, ignore_errors=True)
    ProcessVersion.objects.update(made_by=robot())
    people.remove()
    Installation.mark_demo(None)
