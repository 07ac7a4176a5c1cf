// Quarter keys: J and K to the next and previous line, G to the next that waits, U for
// unchanged, 1–4 for an action's outcome, Enter to accept or to begin writing.
// Only outside text fields, and never for those who have turned shortcuts off.
import { mayAct } from "./keyboard.js";

const FIELDS = "textarea, select, input:not([type='hidden']), button:not([data-save])";

export function walkLines(quarter) {
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") leaveField(event);
    if (!mayAct(event)) return;
    const line = lineOf(document.activeElement);
    const act = ACTS[event.key.toLowerCase()] ?? (/^[1-4]$/.test(event.key) ? choose : null);
    if (act?.(quarter, line, event)) event.preventDefault();
  });
}

const ACTS = {
  j: (quarter, line) => step(quarter, line, 1),
  k: (quarter, line) => step(quarter, line, -1),
  g: (quarter, line) => nextWaiting(quarter, line),
  u: (_quarter, line) => press(line?.querySelector("[data-same]")),
  enter: (_quarter, line, event) => event.target === line && begin(line),
};

function step(quarter, line, by) {
  const lines = linesOf(quarter);
  const here = lines.indexOf(line);
  return go(lines[here < 0 ? 0 : Math.min(Math.max(here + by, 0), lines.length - 1)]);
}

function nextWaiting(quarter, line) {
  const lines = linesOf(quarter);
  const here = lines.indexOf(line);
  const ordered = [...lines.slice(here + 1), ...lines.slice(0, here + 1)];
  const waiting = ordered.find((each) => each.matches(".qline--todo, .measure--todo"));
  return waiting ? go(waiting) : go(document.querySelector("[data-deliver] button"));
}

function choose(_quarter, line, event) {
  const outcomes = line?.querySelectorAll("[data-outcomes] input") ?? [];
  return press(outcomes[Number(event.key) - 1]);
}

function begin(line) {
  if (line.matches("details")) line.open = true;
  const accept = line.querySelector("[data-accept]");
  return accept ? press(accept) : go(line.querySelector(FIELDS));
}

function press(control) {
  control?.click();
  return Boolean(control);
}

function go(place) {
  if (!place) return false;
  // A folded line is reached on its summary, which opens with Enter by itself.
  const spot = place.matches("details") ? place.querySelector("summary") : place;
  spot.focus({ preventScroll: true });
  const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
  place.scrollIntoView({ block: "center", behavior: still ? "auto" : "smooth" });
  return true;
}

function leaveField({ target }) {
  const line = lineOf(target);
  if (line && target !== line) line.focus({ preventScroll: true });
}

function lineOf(element) {
  return element?.closest("[data-line]:not([data-line='part'])") ?? null;
}

function linesOf(quarter) {
  return [...quarter.querySelectorAll("[data-line]:not([data-line='part'])")];
}
