"""Paper: the same pictures, made to stand alone.

A page lends a chart its colours through css/components/chart.css. In a PDF there is
no style sheet, so the picture carries its own: the light colours of css/tokens.css.
tests/signs/test_charts_paper.py holds the two to be the same.
"""

INK = {
    "paper": "#ffffff",
    "paper-sunken": "#f4f6f8",
    "ink": "#14212b",
    "ink-muted": "#46545f",
    "rule": "#dbe1e6",
    "rule-strong": "#76848f",
    "now": "#12436d",
    "state-reached": "#12436d",
    "state-near": "#3b7886",
    "state-missed": "#b5490b",
    "state-none": "#6b7280",
    "chart-path": "#6b7280",
    "chart-band": "#e4ecf3",
    "chart-grid": "#e6ebef",
}
"""The tokens' light colours, by their names in tokens.css."""

_TONES = {
    "reached": "state-reached",
    "near": "state-near",
    "missed": "state-missed",
    "none": "state-none",
    "now": "now",
}

_RULES = """
text{font-family:"Source Sans 3","Source Sans Pro",Inter,sans-serif;font-size:13px;
fill:{ink}}
.t-muted{fill:{ink-muted}}.t-strong{font-weight:600}
.grid{stroke:{chart-grid};fill:none}.axis{stroke:{rule-strong};fill:none}
.band{fill:{chart-band}}.cond{fill:{paper-sunken}}
.path{fill:none;stroke:{chart-path};stroke-width:1.5;stroke-dasharray:4 4}
.limit{fill:none;stroke:{chart-path};stroke-width:1.25;stroke-dasharray:7 4}
.mean{fill:none;stroke:{chart-path};stroke-width:1.25}
.target{fill:none;stroke:{state-reached};stroke-width:2}
.break,.flag{fill:none;stroke:{ink-muted};stroke-width:1.25}
.line{fill:none;stroke:{ink};stroke-width:2;stroke-linejoin:round}
.dot{fill:{ink};stroke:{paper};stroke-width:2}
.dot--base{fill:{paper};stroke:{chart-path};stroke-width:1.5}
.dot--preliminary{fill:{paper};stroke:{ink};stroke-width:1.5;stroke-dasharray:2 2}
.signal{stroke:{paper};stroke-width:1.5}
.signal--better{fill:{state-reached}}.signal--worse{fill:{state-missed}}
.bar{fill:{state-reached}}
.bar--ahead{fill:{paper};stroke:{chart-path}}
.bar--stopped{fill:{paper};stroke:{chart-path};stroke-dasharray:3 2}
.condline{fill:none;stroke:{ink-muted};stroke-width:7;stroke-dasharray:3 3}
.quarter{fill:none;stroke:{rule};stroke-width:6}
.quarter--done{stroke:{state-reached}}.quarter--open{stroke:{now}}
.quarter--missing{stroke:{state-missed};stroke-dasharray:7 4}
.quarter--slit{stroke:{paper};stroke-width:2}
"""

_TONED = """
.dot.tone--{tone}{fill:{colour}}
.dot--empty.tone--{tone}{fill:{paper};stroke:{colour};stroke-width:2.5}
.dot__half.tone--{tone}{fill:{colour}}
.tone--{tone} .mark__full{fill:{colour}}
.tone--{tone} .mark__line{fill:none;stroke:{colour};stroke-width:2}
"""


def for_paper(svg: str) -> str:
    """The picture with a name space and its own colours, ready for a PDF."""
    head, rest = svg.split(">", 1)
    space = 'xmlns="http://www.w3.org/2000/svg"'
    return f"{head} {space}><style>{style()}</style>{rest}"


def style() -> str:
    """The rules a chart or a mark needs where no style sheet is."""
    rules = _RULES
    for tone, token in _TONES.items():
        rules += _TONED.replace("{tone}", tone).replace("{colour}", INK[token])
    for token, colour in INK.items():
        rules = rules.replace("{" + token + "}", colour)
    dotted = ".mark__line--dotted{stroke-dasharray:2.2 2.4}"
    return "".join(rules.split("\n")) + dotted
