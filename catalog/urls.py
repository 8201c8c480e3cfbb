from django.urls import path

from catalog import views

app_name = "catalog"
urlpatterns = [
    path("prices/", views.prices, name="prices"),
    path("item-prices/<str:target>/<int:pk>/", views.item_prices, name="item_prices"),
    path("item-prices/<str:target>/<int:pk>/add-price/", views.add_price, name="add_price"),
    path("prices/<int:pk>/edit-price/", views.edit_price, name="edit_price"),
    path("prices/<int:pk>/remove-price/", views.remove_price, name="remove_price"),
    path("items/<str:target>/purchase-prices/", views.purchase_prices, name="purchase_prices"),
    path(
        "items/<str:target>/<int:pk>/purchase-prices/",
        views.item_purchase_prices,
        name="item_purchase_prices",
    ),
    path(
        "purchase-prices/<int:pk>/remove/",
        views.remove_purchase_price,
        name="remove_purchase_price",
    ),
    path("clients/<int:pk>/payment-terms/", views.payment_terms, name="payment_terms"),
    path("norms/", views.norms, name="norms"),
    path("norms/add-norm/", views.add_norm, name="add_norm"),
    path("norms/<int:pk>/remove-norm/", views.remove_norm, name="remove_norm"),
]
