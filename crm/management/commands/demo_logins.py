from django.core.management.base import BaseCommand

from core.models import Installation
from crm.demo import PASSWORD
from crm.views import demo_logins, demo_pins


class Command(BaseCommand):
    help = "Print the demo password, a line per login, the tablet's PINs; nothing without the demo."

    def handle(self, *args, **options):
        if not Installation.has_demo_data():
            return
        self.stdout.write(PASSWORD)
        for login, role, name in demo_logins():
            self.stdout.write(f"{login} — {role}, {name}")
        for name, pin in demo_pins():
            self.stdout.write(f"tablet: {name} — PIN {pin}")
