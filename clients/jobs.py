from celery import shared_task

from clients.models import Client, NameWord


@shared_task
def forget_unused_name_words():
    NameWord.objects.forget_unused(Client.objects.all())
