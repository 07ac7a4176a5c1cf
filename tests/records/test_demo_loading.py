"""Loading the demo: every key used, once only, and never beside real data."""

import pytest

from tests.elvevag import FILE, stated
from trinnvis.records.changes.demo.loading import DemoRefusal, load_demo, make_demo
from trinnvis.records.changes.demo.omitted import OMITTED
from trinnvis.records.changes.demo.reading import key_paths, read_file
from trinnvis.records.models import Municipality
from trinnvis.records.refusals import Refused


def test_every_key_of_the_file_is_read_or_left_out_with_a_reason(db):
    file = read_file(FILE)
    make_demo(file, "")
    paths = set(key_paths(stated()))
    unread = {path for path in paths - file.asked if not _left_out(path)}
    both = {path for path in file.asked if _left_out(path)}
    assert (unread, both) == (set(), set())


def test_every_omission_is_of_a_key_that_is_there():
    paths = set(key_paths(stated()))
    unknown = {key for key in OMITTED if not any(_under(path, key) for path in paths)}
    assert unknown == set()


def _left_out(path):
    return any(_under(path, key) for key in OMITTED)


def _under(path, key):
    return path == key or path.startswith((f"{key}.", f"{key}["))


def test_outside_demo_mode_nothing_is_loaded(db, settings):
    settings.DEMO = False
    with pytest.raises(Refused) as refused:
        load_demo(FILE)
    assert refused.value.reason is DemoRefusal.NOT_DEMO_MODE
    assert Municipality.objects.count() == 0


def test_a_database_with_a_real_municipality_is_left_alone(cast, settings):
    settings.DEMO = True
    with pytest.raises(Refused) as refused:
        load_demo(FILE)
    assert refused.value.reason is DemoRefusal.HOLDS_REAL_DATA
