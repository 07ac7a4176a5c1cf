// Errors: a form that came back with problems puts the reader on the list of them.

export function moveToErrors(page) {
  page.querySelector("[data-error-summary]")?.focus();
}
