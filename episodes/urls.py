"""Addresses that belong to no page: `path("search/", include("episodes.urls"))`."""

from django.urls import path

from episodes import views

urlpatterns = [
    path("", views.search, name="site_search"),
    path("suggest/", views.suggest, name="site_search_suggest"),
    path("opensearch.xml", views.opensearch, name="site_search_opensearch"),
]
