"""Omitted: the keys of the demo's file that make no rows, each with its reason."""

OMITTED = {
    "meta.name": "the file's own name",
    "meta.version": "the file's own version",
    "meta.written": "when the file was written",
    "meta.note": "for those who read the file",
    "meta.languages": "each text says its own language",
    "meta.expected_level_note": "for those who write tests",
    "meta.pilot": (
        "six units tried the scheme on paper the year before; what they learnt is "
        "loaded, and nothing else of that year is in the file"
    ),
    "municipality.fiscal_year": "Trinnvis knows calendar years only",
    "status_rules": "the rules stand in trinnvis/rules, their words in signs",
    "enum_labels": "the words for people stand in signs/words",
    "goal_text_tests": "examples for the goal check, not goals of anyone",
    "reporting_calendar.periods[].end": "a quarter ends when it ends",
    "reporting_calendar.periods[].status": "computed from the day",
    "anchoring[].step": "the level says which step",
    "briefings[].step": "a briefing is step 3",
    "workshops[].step": "a workshop is step 4",
    "workshops[].cost_hours": "hours times participants; never stored",
    "presentations[].step": "a presentation is step 7",
    "understanding_polls[].hidden": "computed: fewer than five answers",
    "understanding_polls[].note": "the rule that hides says the same",
    "understanding_polls[].language": "the pulse speaks the goal's language",
    "goals[].indicators[].expected_level": "test answers",
    "goals[].indicators[].expected_track": "test answers",
    "goals[].indicators[].expected_path": "test answers",
    "goals[].indicators[].expected_missing": "test answers",
    "goals[].indicators[].expected_carried_from": "test answers",
    "goals[].indicators[].values.Q4": "the fourth quarter is not measured yet",
    "goals[].indicators[].assessed_override.by": "the leader who delivers assesses",
    "goals[].reviews.Q1.minutes_spent": "nobody's time is measured",
    "goals[].reviews.Q2.minutes_spent": "nobody's time is measured",
    "goals[].reviews.Q3.minutes_spent": "nobody's time is measured",
}
