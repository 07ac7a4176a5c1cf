"""Design: what the page of all components is filled with. Examples, not findings."""

from datetime import date
from decimal import Decimal

from django.utils.safestring import SafeString, mark_safe

from trinnvis.signs.charts.path import path_chart
from trinnvis.signs.charts.quarter_bar import quarter_bar
from trinnvis.signs.charts.series import (
    ChartPoint,
    ChartSeries,
    Limits,
    Period,
    QuarterMark,
    Span,
)
from trinnvis.signs.charts.sparkline import sparkline
from trinnvis.signs.charts.time_axis import time_axis
from trinnvis.signs.charts.variation import variation_chart

_D = Decimal
_LABELS = ("2025", "1. kvartal", "2. kvartal", "3. kvartal", "4. kvartal")
_SHORT = ("2025", "1. kv.", "2. kv.", "3. kv.", "4. kv.")


_ACTIONS = (
    Span(
        "Elevene velger kontaktvoksen",
        date(2026, 1, 12),
        date(2026, 1, 30),
        "gjennomført",
    ),
    Span(
        "Voksne i alle ganger i friminutt",
        date(2026, 1, 12),
        date(2026, 12, 18),
        "justert i 2. kvartal",
        changed=date(2026, 4, 14),
    ),
    Span("Møter om nettbruk", date(2026, 3, 9), date(2026, 6, 5), "avsluttet", True),
)
_CONDITIONS = (
    Span("Nye læremidler", date(2026, 8, 17), date(2026, 9, 30), "eksternt forhold"),
)


def parts() -> dict[str, object]:
    """Lists and pictures for design/components.html."""
    return {
        **_statuses(),
        "sparks": _sparks(),
        "climbs": _climbs(),
        "climb": _pair(_climb(("83", "85", "88"), "on_track", "Tre målinger av 90.")),
        "broken": _pair(_broken()),
        "variation": _variation(),
        "time": _time(),
        "quarter_bars": _quarter_bars(),
        "outcomes": _options("Videreføre", "Justere", "Erstatte", "Avslutte"),
        "problems": (
            {"id": "f3", "text": "Hva er ikke oppnådd, sykefravær"},
            {"id": "f1", "text": "Dato for personalmøtet"},
        ),
        "marks": _marks(),
        "example_columns": _columns(),
        "example_rows": (
            ("Netto driftsresultat", "−0,8 %", "0,9 %", "1,75 %"),
            ("Sykefravær, hele kommunen", "10,3 %", "9,3 %", "9,0 %"),
        ),
    }


def _statuses() -> dict[str, tuple[dict[str, str], ...]]:
    return {
        "underway": _worded(
            ("on_track", "I rute"),
            ("slightly_behind", "Litt bak"),
            ("off_track", "Ute av rute"),
            ("underway", "Underveis"),
        ),
        "results": _worded(
            ("achieved", "Nådd"),
            ("near", "Nær målet"),
            ("not_achieved", "Ikke nådd"),
            ("not_measured", "Ikke målt"),
        ),
        "unjudged": _worded(
            ("missing", "Mangler tall"),
            ("not_due", "Måles senere"),
            ("hidden", "Skjult, få svar"),
            ("no_target", "Uten måltall"),
            ("milestone", "Milepæl"),
            ("milestone_done", "Milepæl nådd"),
        ),
    }


def _worded(*pairs: tuple[str, str]) -> tuple[dict[str, str], ...]:
    return tuple({"key": key, "word": word} for key, word in pairs)


def _options(*words: str) -> tuple[dict[str, str], ...]:
    return tuple({"value": word.lower(), "word": word} for word in words)


def _columns() -> tuple[dict[str, object], ...]:
    words = ("Indikator", "2025", "3. kvartal", "Mål")
    return tuple(
        {"text": word, "number": index > 0} for index, word in enumerate(words)
    )


def _marks() -> tuple[dict[str, str], ...]:
    rows = (
        ("done", "Målbart", "prøvd på 3 år"),
        ("done", "Enkelt", "14 ord"),
        ("done", "Tidfestet", "31. desember"),
        ("missing", "Ansvarsperson", "ikke svart"),
        ("done", "Forstått", "de fleste enige"),
        ("done", "Meningsfylt", "de fleste enige"),
        ("answered", "Realistisk", "tatt opp"),
    )
    return tuple({"key": key, "word": word, "detail": text} for key, word, text in rows)


def _drawn(svg: str) -> SafeString:
    # Our own drawing, with every word in it escaped by signs/charts.
    return mark_safe(svg)  # noqa: S308


def _pair(series: ChartSeries) -> dict[str, SafeString]:
    sizes = ("full", "wide", "narrow")
    return {size: _drawn(path_chart(series, size)) for size in sizes}


def _climb(values: tuple[str, ...], state: str, title: str) -> ChartSeries:
    """A path from 81 to 90 with as many figures as there are."""
    figures = ("81", *values)
    points = tuple(
        ChartPoint(
            label,
            short,
            value=_D(figures[index]) if index < len(figures) else None,
            text=figures[index] if index < len(figures) else "",
            state=state,
            baseline=index == 0,
            path=81 + _D("2.25") * index,
            acceptable_path=81 + _D("1.25") * index,
        )
        for index, (label, short) in enumerate(zip(_LABELS, _SHORT, strict=True))
    )
    return ChartSeries(
        points,
        title,
        target=_D(90),
        target_text="Mål 90",
        acceptable=_D(86),
        acceptable_text="Akseptabelt 86",
        figure=lambda value: f"{value:.0f}",
    )


def _climbs() -> tuple[dict[str, object], ...]:
    rows = (
        ("Ingen", (), "Ingen målinger ennå. Første tall kommer 10. april."),
        ("Én", ("83",), "Én måling. Vi kan ikke si noe om utvikling ennå."),
        (
            "To eller tre",
            ("83", "85", "88"),
            "Tallet er høyere enn sist. Tre målinger er for lite til å skille "
            "endring fra tilfeldig variasjon.",
        ),
    )
    return tuple(
        {
            "name": name,
            "svg": _drawn(path_chart(_climb(values, "on_track", text), "small")),
            "text": text,
        }
        for name, values, text in rows
    )


def _broken() -> ChartSeries:
    """A missing figure, a new definition and a preliminary figure that is near."""
    return ChartSeries(
        (
            ChartPoint("2021", value=_D("12.9"), text="12,9"),
            ChartPoint("2022", value=_D("13.4"), text="13,4"),
            ChartPoint("2023", state="missing"),
            ChartPoint("2024", value=_D("11.2"), text="11,2"),
            ChartPoint("2025", value=_D("9.6"), text="9,6", gap_before=True),
            ChartPoint(
                "2026", value=_D("9.1"), text="9,1", state="near", preliminary=True
            ),
        ),
        "Tallet mangler i 2023, og definisjonen ble ny i 2025.",
        target=_D("8.5"),
        target_text="Mål 8,5",
        band=(_D("8.5"), _D("9.5")),
        acceptable=_D("9.5"),
        acceptable_text="Akseptabelt 9,5",
        figure=lambda value: f"{value:.0f}",
    )


def _sparks() -> tuple[dict[str, object], ...]:
    rows = (
        ("on_track", "I rute", ("83", "85", "88")),
        ("slightly_behind", "Litt bak", ("82", "84", "85")),
        ("off_track", "Ute av rute", ("80", "83", "82")),
        ("not_due", "Måles senere", ()),
    )
    return tuple(
        {
            "svg": _drawn(sparkline(_climb(values, key, word))),
            "small": _drawn(sparkline(_climb(values, key, word), "map")),
            "key": key,
            "word": word,
        }
        for key, word, values in rows
    )


def _variation() -> dict[str, SafeString]:
    early = ("3.1", "2.8", "3.4", "2.9", "3.2", "2.6", "3.0", "3.5")
    figures = (*early, "2.7", "3.1", "2.9", "3.3", "2.5", "2.4", "2.1", "2.2")
    years = {0: "jan. 2025", 12: "jan. 2026"}
    points = tuple(
        ChartPoint(
            years.get(index, ""),
            value=_D(figure),
            text=figure.replace(".", ","),
            signal="better" if index > 13 else "",
        )
        for index, figure in enumerate(figures)
    )
    series = ChartSeries(
        points,
        "Fall med skade per måned. De to siste målingene er et signal om bedring.",
        target=_D(2),
        target_text="Mål 2,0",
    )
    limits = Limits(
        _D(3), "Snitt 3,0", _D("1.8"), "Nedre 1,8", _D("4.3"), "Øvre grense 4,3"
    )
    return {
        size: _drawn(variation_chart(series, limits, size))
        for size in ("wide", "narrow")
    }


def _time() -> dict[str, SafeString]:
    starts = (1, 4, 7, 10)
    ends = ((3, 31), (6, 30), (9, 30), (12, 31))
    quarters = tuple(
        Period(label, date(2026, start, 1), date(2026, *end), short)
        for label, short, start, end in zip(
            _LABELS[1:], _SHORT[1:], starts, ends, strict=True
        )
    )
    day, title = date(2026, 11, 23), "Tre tiltak og ett forhold i 2026."
    return {
        size: _drawn(
            time_axis(
                _ACTIONS, _CONDITIONS, quarters, today=day, title=title, size=size
            )
        )
        for size in ("full", "wide", "narrow")
    }


def _quarter_bars() -> tuple[dict[str, object], ...]:
    found: list[dict[str, object]] = []
    for last, word in (("open", "åpen"), ("missing", "mangler")):
        rows = (("done", "levert"), ("done", "levert"), (last, word), ("later", ""))
        quarters = tuple(
            {"state": state, "name": f"{number}.", "word": said}
            for number, (state, said) in enumerate(rows, start=1)
        )
        marks = [
            QuarterMark(f"{number}. {said}", state)
            for number, (state, said) in enumerate(rows, start=1)
        ]
        svg = _drawn(quarter_bar(marks, "To kvartal er levert."))
        found.append({"quarters": quarters, "svg": svg})
    return tuple(found)
