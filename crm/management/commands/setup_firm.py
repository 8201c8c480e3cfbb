import secrets

from django.conf import settings
from django.core.management.base import BaseCommand
from django.db import transaction
from django.utils import translation

from company.models import Department, Employee, Firm, Office, Stage
from company.models.employee import ROBOT
from company.models.role import Role
from crm.access import load_roles
from crm.demo import people, statements
from orders.models import ExpenseKind
from production.models import DefectCause
from sales.interests import usual as answer_rules
from sales.models import AnswerRule
from sales.processes import usual


class Command(BaseCommand):
    help = "Write what the product cannot do without: roles, the robot, the firm, a first login."

    def add_arguments(self, parser):
        parser.add_argument("--demo-people", action="store_true", help="the demo firm's employees")

    @transaction.atomic
    def handle(self, *args, demo_people, **options):
        # Names of roles become data, in the firm's language.
        with translation.override(settings.LANGUAGE_CODE):
            load_roles()
        if demo_people:
            people.load()
        elif not Stage.objects.exists():
            people.load_stages()
        if not DefectCause.objects.exists():
            people.load_causes()
        if not ExpenseKind.objects.exists():
            statements.load_kinds()
        self._firm()
        self._robot()
        usual.load()
        answer_rules.load(AnswerRule, Role)
        if not Employee.objects.working().exists():
            self._first_login()

    def _firm(self):
        Firm.objects.get_or_create(pk=1, defaults={"name": "—", "legal_name": "—"})
        Department.objects.get_or_create(name="Администрация")
        if not Office.objects.exists():
            Office.objects.create(name="Офис", address="—", phone="—")

    def _robot(self):
        Employee.objects.get_or_create(
            username=ROBOT,
            defaults={
                "last_name": "Наряд",
                "role": Role.objects.get(code="admin"),
                "office": Office.objects.first(),
                "password": "!",
            },
        )

    def _first_login(self):
        password = secrets.token_urlsafe(9)
        Employee.objects.create_user(
            "admin",
            password,
            last_name="Администратор",
            role=Role.objects.get(code="admin"),
            office=Office.objects.first(),
        )
        self.stdout.write(f"admin {password}")
