// Quarter clash: two have written at once. Both texts stand beside the field, and the
// writer chooses; nothing is overwritten before that.
import { showErrors } from "./quarter-swap.js";

export function showClash(html, form, save) {
  const clash = showErrors(html, form);
  if (!clash) return;
  clash.addEventListener("click", ({ target }) => {
    const { keep } = target.closest("[data-keep]")?.dataset ?? {};
    if (!keep) return;
    const version = form.elements.version ?? form.elements.seen;
    if (version) version.value = clash.dataset.version;
    if (keep === "saved") {
      for (const { dataset } of clash.querySelectorAll("[data-field]")) {
        const field = form.elements[dataset.field];
        if (field) field.value = dataset.saved;
      }
    }
    clash.remove();
    save();
  });
}
