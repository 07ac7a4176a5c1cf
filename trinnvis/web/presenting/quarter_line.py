"""Quarter line: what every line of the quarter's page begins with."""

from dataclasses import dataclass

from trinnvis.rules.quarter_review import Line, Question, Readiness
from trinnvis.signs import quarter_words

_MARKS = {
    Readiness.WAITING: "now",
    Readiness.OPTIONAL: "",
    Readiness.LATER: "not_due",
}


@dataclass(frozen=True, slots=True)
class LineShown:
    """What every line begins with."""

    id: str
    title: str
    readiness: str
    mark: str
    word: str

    @property
    def todo(self) -> bool:
        return self.readiness == Readiness.WAITING

    @property
    def optional(self) -> bool:
        return self.readiness == Readiness.OPTIONAL


def line_id(line: Line) -> str:
    """Return the line's place on the page: «line-17-achieved»."""
    if line.question in (Question.FIGURE, Question.ACTION):
        return f"line-{line.question}-{line.subject_id}"
    if line.goal_id is None:
        return f"line-{line.question}"
    return f"line-{line.goal_id}-{line.question}"


def line_shown(line: Line, title: str = "") -> LineShown:
    return LineShown(
        id=line_id(line),
        title=title or quarter_words.question_text(line.question),
        readiness=line.readiness,
        mark=_MARKS.get(line.readiness, "done"),
        word=quarter_words.readiness_word(line.readiness),
    )
