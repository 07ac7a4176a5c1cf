"""Paper: a chart that stands alone has the page's light colours."""

import re
from pathlib import Path
from xml.etree import ElementTree

from trinnvis.signs.charts.paper import INK, for_paper, style
from trinnvis.signs.charts.series import ChartSeries
from trinnvis.signs.charts.sparkline import sparkline

CSS = Path(__file__).parents[2] / "trinnvis/web/static/css"


def test_colours_on_paper_are_the_light_colours_of_the_page():
    tokens = (CSS / "tokens.css").read_text()
    light = dict(re.findall(r"--([\w-]+): light-dark\((#\w{6}),", tokens))
    assert {name: light[name] for name in INK} == INK


def test_every_class_the_page_colours_is_coloured_on_paper():
    sheet = (CSS / "components/chart.css").read_text()
    page = set(re.findall(r"\.chart \.([\w-]+)", sheet))
    paper = set(re.findall(r"\.([\w-]+)", style()))
    assert page - paper == set()


def test_a_chart_on_paper_is_whole():
    svg = for_paper(sparkline(ChartSeries((), "Ingen tall ennå")))
    root = ElementTree.fromstring(svg)
    assert root.tag == "{http://www.w3.org/2000/svg}svg"
    assert root[0].text == style()


def test_no_rule_on_paper_waits_for_a_colour():
    assert re.findall(r"\{[\w-]+\}", style()) == []
