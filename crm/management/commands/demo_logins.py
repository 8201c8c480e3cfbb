from django.core.management.base import BaseCommand

from core.models import Installation
from crm.demo import PASSWORD
from crm.views import demo_logins


class Command(BaseCommand):
    help = "Print the demo password and one line per login; nothing once the demo is removed."

    def handle(self, *args, **options):
        if not Installation.has_demo_data():
            return
        self.stdout.write(PASSWORD)
        for login, role, name in demo_logins():
            self.stdout.write(f"{login} — {role}, {name}")
