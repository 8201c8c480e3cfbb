from django.urls import path

from sales.plan import views

urlpatterns = [
    path("plans/", views.plans, name="plans"),
    path("plans/add/", views.add_plan, name="add_plan"),
    path("plans/<int:pk>/", views.plan, name="plan"),
    path("plans/<int:pk>/write/", views.write_plan, name="write_plan"),
    path("plans/<int:pk>/accept/", views.accept_plan, name="accept_plan"),
    path("plans/<int:pk>/drop/", views.drop_plan, name="drop_plan"),
    path("plans/<int:pk>/copy/", views.copy_plan, name="copy_plan"),
    path("plans/<int:pk>/compare/", views.compare_plans, name="compare_plans"),
    path("plan-difference/", views.plan_difference, name="plan_difference"),
    path("plan-difference/remark/", views.set_plan_remark, name="set_plan_remark"),
    path("plan-difference/correct/", views.correct_plan, name="correct_plan"),
    path("plan-remarks/<int:pk>/", views.plan_remark, name="plan_remark"),
    path(
        "plan-remarks/<int:pk>/understand/",
        views.understand_plan_remark,
        name="understand_plan_remark",
    ),
    path("plan-remarks/<int:pk>/close/", views.close_plan_remark, name="close_plan_remark"),
    path("forecast/", views.forecast, name="forecast"),
    path("forecast/adjust/", views.adjust_forecast, name="adjust_forecast"),
]
