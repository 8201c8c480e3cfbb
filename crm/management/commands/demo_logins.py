from django.core.management.base import BaseCommand

from company.models import Employee
from crm.demo import PASSWORD
from crm.demo.people import PEOPLE


class Command(BaseCommand):
    help = "Print the demo logins: one per line, «login — role», the password first."

    def handle(self, *args, **options):
        logins = [row[0] for row in PEOPLE if row[0]]
        people = Employee.objects.filter(username__in=logins).select_related("role")
        by_login = {person.username: person for person in people}
        if not by_login:
            return
        self.stdout.write(PASSWORD)
        for login in logins:
            if person := by_login.get(login):
                self.stdout.write(f"{login} — {person.role.name}")
