"""Addresses: every one, grouped by noun."""

from django.urls import path, register_converter

from trinnvis.web import converters
from trinnvis.web.views import demo, errors, home, people

register_converter(converters.QuarterInAddress, "quarter")

urlpatterns = [
    # home
    path("", home.show, name="home"),
    # people
    path("sign-in/", people.sign_in, name="sign-in"),
    path("sign-out/", people.sign_out, name="sign-out"),
    # demo
    path("demo/sign-in/", demo.sign_in, name="demo-sign-in"),
    path("design/", demo.design, name="design"),
]

handler400 = errors.bad_request
handler403 = errors.forbidden
handler404 = errors.not_found
handler500 = errors.failed
