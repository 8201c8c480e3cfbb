from django.urls import path

from bench import floor
from crm.urls import urlpatterns as product

urlpatterns = [
    path("bench/floor/", floor.floor),
    path("bench/papers/<int:pk>/html/", floor.paper_html),
    path("bench/plain-pdf/", floor.plain_pdf),
    *product,
]
