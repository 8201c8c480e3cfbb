from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.utils import translation

from core.models import Installation
from crm.demo import load
from orders.models import WorkOrder


class Command(BaseCommand):
    help = "Load the demo company: the newest 60 days now, the rest of 18 months in the worker."

    def add_arguments(self, parser):
        parser.add_argument("--recent", action="store_true", help="kept for clarity: the default")

    def handle(self, *args, **options):
        if Installation.has_demo_data():
            raise CommandError("The demo company is loaded already.")
        if WorkOrder.objects.exists():
            raise CommandError("There are orders here: the demo never meets a firm's own data.")
        call_command("setup_firm", demo_people=True)
        with translation.override("ru"):
            load.load_recent()
