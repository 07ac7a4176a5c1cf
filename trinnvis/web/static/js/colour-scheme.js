// Colour scheme: light, dark or as the machine. The choice shows at once and is saved
// behind; without a script the same form is sent by its button.

export function switchColourScheme(page) {
  const form = page.querySelector("[data-preferences]");
  if (!form) return;
  form.addEventListener("change", (event) => {
    if (event.target.name !== "colour_scheme") return;
    page.documentElement.dataset.colorScheme = event.target.value || "auto";
    // If the saving fails the choice still holds for this page.
    fetch(form.action, { method: "POST", body: new FormData(form), redirect: "manual" })
      .catch(() => {});
  });
}
