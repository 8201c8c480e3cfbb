"""The Celery application and, on one screen, everything that runs by the clock."""

import os

from celery import Celery
from celery.schedules import crontab

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "crm.settings")

app = Celery("crm")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.autodiscover_tasks(related_name="jobs")

# Every entry finds all that is due, so a missed or doubled beat changes nothing.
app.conf.beat_schedule = {
    "worker heartbeat": {"task": "core.jobs.beat_heart", "schedule": 15.0},
    "letters waiting": {"task": "core.jobs.send_waiting_letters", "schedule": 60.0},
    "previews waiting": {"task": "core.jobs.make_waiting_previews", "schedule": 60.0},
    "reminders due": {"task": "interactions.jobs.ring_reminders", "schedule": 30.0},
    "contacts due by regulations": {
        "task": "interactions.jobs.plan_by_regulations",
        "schedule": crontab(hour="4-20", minute=5),
    },
    "deadlines that come near": {"task": "company.jobs.warn_of_deadlines", "schedule": 60.0},
    "recurring tasks": {
        "task": "tasks.jobs.set_recurring_tasks",
        "schedule": crontab(hour="5-20", minute="*/15"),
    },
    "repeated calls and meetings": {
        "task": "interactions.jobs.make_occurrences",
        "schedule": crontab(hour="5-20", minute=35),
    },
    "postponed interests": {
        "task": "sales.jobs.return_postponed_interests",
        "schedule": crontab(hour="7-20", minute="*/10"),
    },
    "interests of a month": {
        "task": "sales.jobs.tell_month_of_interests",
        "schedule": crontab(hour="9-19", minute=0),
    },
    "jobs that were lost": {"task": "core.jobs.resume_lost_jobs", "schedule": 60.0},
    "archive handed over orders": {
        "task": "orders.jobs.archive_handed_over",
        "schedule": crontab(minute=10),
    },
    "figures of clients": {
        "task": "orders.jobs.check_client_figures",
        "schedule": crontab(hour=4, minute=20),
    },
    "forecasts of the month": {
        "task": "sales.jobs.freeze_forecasts",
        "schedule": crontab(minute=35),
    },
    "average length of the relation": {
        "task": "clients.jobs.count_average_relation",
        "schedule": crontab(hour=4, minute=35),
    },
    "completeness of cards": {
        "task": "clients.jobs.hold_cards_against_regulation",
        "schedule": crontab(hour=4, minute=45),
    },
    "clients of each segment": {
        "task": "clients.jobs.recount_segments",
        "schedule": crontab(hour="7-21", minute=50),
    },
    "dates in danger": {
        "task": "production.jobs.remind_of_dates",
        "schedule": crontab(hour="9-19", minute="*/20"),
    },
    "unclaimed orders": {
        "task": "orders.jobs.follow_up_unclaimed",
        "schedule": crontab(hour="8-20", minute=20),
    },
    "payments due": {
        "task": "orders.jobs.plan_due_calls",
        "schedule": crontab(hour="7-19", minute=15),
    },
    "steps of debts": {
        "task": "orders.jobs.take_debt_steps",
        "schedule": crontab(hour="8-19", minute=25),
    },
    "old results of long work": {
        "task": "core.jobs.forget_old_results",
        "schedule": crontab(hour=3, minute=30),
    },
    "words of names nobody bears": {
        "task": "clients.jobs.forget_unused_name_words",
        "schedule": crontab(hour=4, minute=40),
    },
    "old files of imports": {
        "task": "clients.jobs.forget_old_imports",
        "schedule": crontab(hour=3, minute=50),
    },
    "old changes of many clients": {
        "task": "clients.jobs.forget_old_bulk_changes",
        "schedule": crontab(hour=3, minute=55),
    },
    "who looked at cards long ago": {
        "task": "clients.jobs.forget_old_card_views",
        "schedule": crontab(hour=3, minute=55),
    },
    "terms of personal data": {
        "task": "clients.jobs.end_terms_of_personal_data",
        "schedule": crontab(hour=5, minute=10),
    },
    "old notifications": {
        "task": "company.jobs.forget_old_notifications",
        "schedule": crontab(hour=3, minute=40),
    },
    "old drafts and sessions": {
        "task": "core.jobs.forget_old_drafts",
        "schedule": crontab(hour=3, minute=20),
    },
}
