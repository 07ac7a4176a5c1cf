"""Addresses: every one, grouped by noun."""

from django.urls import path, register_converter

from trinnvis.web import converters
from trinnvis.web.views import demo, errors, help, home, people, preferences, search

register_converter(converters.QuarterInAddress, "quarter")

urlpatterns = [
    # home
    path("", home.show, name="home"),
    # people
    path("sign-in/", people.sign_in, name="sign-in"),
    path("sign-out/", people.sign_out, name="sign-out"),
    path("preferences/", preferences.choose, name="language"),
    # search
    path("search/", search.show, name="search"),
    # help
    path("help/", help.show, name="help"),
    path("help/keyboard/", help.keyboard, name="help-keyboard"),
    path("help/access/", help.access, name="about-access"),
    path("health/", help.health, name="health"),
    # demo
    path("demo/sign-in/", demo.sign_in, name="demo-sign-in"),
    path("design/", demo.design, name="design"),
]

handler400 = errors.bad_request
handler403 = errors.forbidden
handler404 = errors.not_found
handler500 = errors.failed
