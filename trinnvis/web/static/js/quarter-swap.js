// Quarter swap: puts what a save changed into the page, line by line. A line that
// someone is writing in keeps its fields; only what stands around them is renewed.

const WRITES = "textarea, select, input:not([type='radio'], [type='checkbox'], [type='hidden'])";

/** Renew every part of the page that the answer holds. */
export function swapParts(html, form) {
  const answer = new DOMParser().parseFromString(html, "text/html");
  form.querySelectorAll("[data-errors]").forEach((part) => part.remove());
  form.querySelectorAll("[aria-invalid]").forEach((field) => field.removeAttribute("aria-invalid"));
  for (const fresh of answer.querySelectorAll("[data-live]")) {
    const old = document.getElementById(fresh.id);
    if (!old) continue;
    if (isBusy(old)) renewAround(old, fresh, form);
    else replace(old, fresh);
  }
}

/** Show what must be mended inside the form, and keep everything typed. */
export function showErrors(html, form) {
  const answer = new DOMParser().parseFromString(html, "text/html");
  const errors = answer.querySelector("[data-errors]");
  form.querySelectorAll("[data-errors]").forEach((part) => part.remove());
  if (!errors) return null;
  const placed = document.importNode(errors, true);
  form.append(placed);
  const field = form.querySelector(WRITES);
  if (field) {
    placed.id ||= `${field.id}-errors`;
    field.setAttribute("aria-invalid", "true");
    field.setAttribute("aria-describedby", placed.id);
  }
  return placed;
}

function isBusy(part) {
  const active = document.activeElement;
  const writing = part.contains(active) && active.matches(WRITES);
  return writing || part.querySelector("form[data-dirty]") !== null;
}

function renewAround(old, fresh, saved) {
  if (old.tagName === fresh.tagName) old.className = fresh.className;
  for (const around of [".qline__q > .mark", ".qline__e", ".measure__head"]) {
    const [before, after] = [old.querySelector(around), fresh.querySelector(around)];
    if (before && after && !before.contains(document.activeElement)) {
      before.replaceWith(document.importNode(after, true));
    }
  }
  if (!old.contains(saved)) return;
  for (const name of ["version", "seen", "key"]) {
    const [field, value] = [saved.elements[name], fresh.querySelector(`[name='${name}']`)];
    if (field && value) field.value = value.value;
  }
}

function replace(old, fresh) {
  const active = document.activeElement;
  const focused = old === active || old.contains(active) ? active.id || old.id : "";
  const part = document.importNode(fresh, true);
  const open = [...old.querySelectorAll("details")].map((fold) => fold.open);
  part.querySelectorAll("details").forEach((fold, index) => {
    if (open[index]) fold.open = true;
  });
  old.replaceWith(part);
  if (!focused) return;
  const again = document.getElementById(focused) ?? part.closest("[tabindex]") ?? part;
  again.focus({ preventScroll: true });
}
