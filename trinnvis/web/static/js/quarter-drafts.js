// Quarter drafts: what is half-written in a form that is sent with a button is kept on
// the server for its writer, and is there when the page is opened again.

const PAUSE = 1000;

export function keepDrafts(quarter) {
  const pauses = new Map();
  quarter.addEventListener("input", ({ target }) => {
    const form = target.closest("form[data-draft]");
    if (!form || !target.name || !target.matches("input, textarea")) return;
    const field = `${form.dataset.draft}:${target.name}`;
    clearTimeout(pauses.get(field));
    pauses.set(field, setTimeout(() => keep(form, field, target.value), PAUSE));
  });
}

function keep(form, field, text) {
  const body = new URLSearchParams({
    field,
    text,
    csrfmiddlewaretoken: form.elements.csrfmiddlewaretoken.value,
  });
  const headers = { "HX-Request": "true" };
  // A draft that does not get through is still in the field.
  fetch("/drafts/", { method: "POST", body, headers }).catch(() => {});
}
