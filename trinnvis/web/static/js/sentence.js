// Sentence: reads the goal's sentence back while it is being filled in.
// Without this module the form works the same; the sentence is shown when saved.

const form = document.querySelector("[data-sentence]");
const said = form?.querySelector("[data-read-back]");

function value(name) {
  const field = form.elements[name];
  if (!field) return "";
  if (field.tagName === "SELECT") {
    return field.value ? field.selectedOptions[0].text.split(",")[0] : "";
  }
  return field.value.trim();
}

async function readBack() {
  const words = new URLSearchParams();
  for (const name of ["measured", "direction", "baseline", "target", "high", "unit", "deadline", "source", "collector"]) {
    const field = form.elements[name];
    words.set(name, field.tagName === "SELECT" ? field.value : value(name));
  }
  try {
    const answer = await fetch(`${form.dataset.readBackUrl}?${words}`, { headers: { Accept: "text/plain" } });
    if (!answer.ok) return;
    said.textContent = await answer.text();
    said.hidden = !said.textContent;
  } catch {
    // Without a connection the sentence just is not read back.
  }
}

let waiting;
form?.addEventListener("input", () => {
  clearTimeout(waiting);
  waiting = setTimeout(readBack, 400);
});
