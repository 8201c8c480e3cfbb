from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError

from core.models import Installation
from crm.demo import load


class Command(BaseCommand):
    help = "Remove the demo company: all employees, clients, orders and papers. Prices stay."

    def add_arguments(self, parser):
        parser.add_argument("--yes", action="store_true", help="do not ask")

    def handle(self, *args, yes, **options):
        if not Installation.has_demo_data():
            raise CommandError("No demo company is loaded here.")
        if not yes and input("All clients, orders and papers go. Continue? [y/N] ") != "y":
            raise CommandError("Nothing was removed.")
        load.remove()
        self.stdout.write("The demo company is gone. The first login of the firm:")
        call_command("setup_firm", stdout=self.stdout)
