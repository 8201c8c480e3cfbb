from django.apps import AppConfig


class CrmConfig(AppConfig):
    name = "crm"

    def ready(self):
        from crm import access
        from crm.contributions import contribute

        access.declare()
        contribute()
