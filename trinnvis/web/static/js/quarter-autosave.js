// Quarter autosave: each line is saved by itself, on leaving a field and one second
// after typing. A figure is saved when the field is left: half a figure is not one.
import { Queue } from "./quarter-queue.js";
import { showClash } from "./quarter-clash.js";
import { showErrors, swapParts } from "./quarter-swap.js";

const PAUSE = 1000;

/** Save the forms inside the quarter as they are written. */
export function saveLines(quarter) {
  const bar = document.querySelector("[data-saved]");
  const queue = new Queue(quarter.dataset.person, {
    saved: (html, form, unchanged) => {
      if (unchanged) delete form.dataset.dirty;
      swapParts(html, form);
    },
    refused: (html, form) => showErrors(html, form),
    clashed: (html, form) => showClash(html, form, () => queue.save(form)),
    says: (state) => say(bar, state),
  });
  const pauses = new WeakMap();

  quarter.addEventListener("input", ({ target }) => {
    const form = target.closest("form[data-autosave]");
    if (!form || !saves(form, target)) return;
    form.dataset.dirty = String(Number(form.dataset.dirty ?? 0) + 1);
    if (form.dataset.autosave || !writes(target)) return;
    clearTimeout(pauses.get(form));
    pauses.set(form, setTimeout(() => queue.save(form), PAUSE));
  });
  quarter.addEventListener("change", ({ target }) => {
    const form = target.closest("form[data-autosave]");
    if (!form || !saves(form, target) || !isComplete(form)) return;
    if (target.matches("[data-none]") && target.checked) clearOthers(form, target);
    if (target.name === "used" && target.checked) clearNone(form);
    clearTimeout(pauses.get(form));
    queue.save(form);
  });
  quarter.addEventListener("submit", (event) => {
    const form = event.target.closest("form[data-autosave]");
    if (!form) return;
    event.preventDefault();
    if (asksWhy(form, event.submitter)) return;
    clearTimeout(pauses.get(form));
    queue.save(form, event.submitter);
  });
  document.querySelectorAll("form[action$='/sign-out/']").forEach((form) => {
    form.addEventListener("submit", () => queue.forget());
  });
  document.documentElement.dataset.autosave = "on";
  say(bar, "ready");
  queue.restore(quarter);
}

function saves(form, field) {
  return form.dataset.autosave !== "press" && !field.matches("[data-no-autosave]");
}

function writes(field) {
  return field.matches("textarea, input:not([type='radio'], [type='checkbox'])");
}

/** An action without a choice, and a figure without a number, are not answers yet. */
function isComplete(form) {
  const { outcome, value } = form.elements;
  if (outcome && !form.querySelector("[name='outcome']:checked")) return false;
  return !value || value.value.trim() !== "";
}

/** «Tallet mangler» without a reason opens the question instead of sending. */
function asksWhy(form, submitter) {
  if (submitter?.name !== "deed" || submitter.value !== "missing") return false;
  const reason = form.elements.missing_reason;
  if (!reason || reason.value) return false;
  reason.closest("details").open = true;
  reason.focus();
  return true;
}

function clearOthers(form, none) {
  form.querySelectorAll("[name='used']").forEach((tick) => {
    if (tick !== none) tick.checked = false;
  });
}

function clearNone(form) {
  const none = form.querySelector("[data-none]");
  if (none) none.checked = false;
}

/** Say in the bar whether what is written is safe; read out as a status. */
function say(bar, state) {
  if (!bar) return;
  const now = new Date();
  const clock = [now.getHours(), now.getMinutes()].map((n) => String(n).padStart(2, "0")).join(".");
  bar.dataset.state = state;
  bar.textContent = (bar.dataset[state] ?? "").replace("{time}", clock);
  if (state !== "signedOut") return;
  const link = document.createElement("a");
  link.href = bar.dataset.signInUrl;
  link.target = "_blank";
  link.rel = "noopener";
  link.textContent = bar.dataset.signIn;
  bar.append(" ", link);
}
