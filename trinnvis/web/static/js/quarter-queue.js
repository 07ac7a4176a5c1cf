// Quarter queue: sends one save per form at a time. What is not safe yet waits in
// sessionStorage, is tried again, and is forgotten at sign-out.

const AGAIN = 8000;

export class Queue {
  #storage;
  #hands;
  #jobs = new Map();
  #blocked = false;

  /** `hands` answer for saved, refused and clashed saves, and say how it goes. */
  constructor(person, hands) {
    this.#storage = `trinnvis-quarter:${person}`;
    this.person = person;
    this.#hands = hands;
    addEventListener("online", () => this.#tryAgain());
    addEventListener("focus", () => this.#tryAgain());
    addEventListener("offline", () => this.#hands.says("offline"));
    setInterval(() => this.#tryAgain(), AGAIN);
  }

  /** Save the form as it stands, with the button that was pressed if one was. */
  save(form, submitter) {
    const body = new URLSearchParams(new FormData(form));
    if (submitter?.name) body.append(submitter.name, submitter.value);
    const job = this.#jobs.get(form) ?? { form, sending: false };
    Object.assign(job, { body, written: form.dataset.dirty, waits: true });
    this.#jobs.set(form, job);
    this.#keep();
    if (!job.sending) this.#send(job);
  }

  /** Fill in what did not get away the last time the page was open, and send it. */
  restore(page) {
    const kept = JSON.parse(sessionStorage.getItem(this.#storage) ?? "[]");
    for (const { action, body } of kept) {
      const form = [...page.querySelectorAll("form[data-autosave]")].find(
        (each) => each.getAttribute("action") === action,
      );
      if (!form) continue;
      const typed = new URLSearchParams(body);
      for (const [name, text] of typed) fill(form, name, text);
      const token = form.elements.csrfmiddlewaretoken?.value;
      typed.set("csrfmiddlewaretoken", token);
      form.dataset.dirty = "1";
      const job = { form, body: typed, written: "1", waits: true, sending: false };
      this.#jobs.set(form, job);
      this.#send(job);
    }
  }

  forget() {
    this.#jobs.clear();
    sessionStorage.removeItem(this.#storage);
  }

  async #send(job) {
    Object.assign(job, { sending: true, waits: false });
    this.#hands.says("saving");
    let answer;
    try {
      answer = await fetch(job.form.getAttribute("action"), {
        method: "POST",
        body: job.body,
        headers: { "HX-Request": "true" },
      });
      await this.#settle(job, answer.status, await answer.text());
    } catch {
      this.#wait(job, navigator.onLine ? "failed" : "offline");
    } finally {
      job.sending = false;
      this.#keep();
    }
    if (this.#jobs.get(job.form) === job && job.waits && !job.stuck) this.#send(job);
  }

  async #settle(job, status, html) {
    if (status === 200) return this.#done(job, html);
    if (status === 401) return this.#wait(job, "signedOut");
    if (status === 403) return this.#renew(job);
    if (status === 409 || status === 422) {
      this.#jobs.delete(job.form);
      const [hand, state] = status === 409 ? ["clashed", "clash"] : ["refused", "refused"];
      this.#hands[hand](html, job.form);
      return this.#hands.says(state);
    }
    return this.#wait(job, "failed");
  }

  #done(job, html) {
    const unchanged = job.form.dataset.dirty === job.written;
    this.#hands.saved(html, job.form, unchanged && !job.waits);
    if (job.waits) {
      const version = job.form.elements.version ?? job.form.elements.seen;
      if (version) job.body.set(version.name, version.value);
    } else {
      this.#jobs.delete(job.form);
    }
    this.#hands.says(this.#jobs.size ? "saving" : "done");
  }

  #wait(job, state) {
    Object.assign(job, { waits: true, stuck: true });
    this.#blocked = state === "signedOut";
    this.#hands.says(state);
  }

  /** The form's proof is old, as after signing in again: take a new one, send again. */
  async #renew(job) {
    if (job.renewed || !(await this.#takeToken())) return this.#wait(job, "signedOut");
    job.renewed = true;
    job.waits = true;
    job.body.set("csrfmiddlewaretoken", job.form.elements.csrfmiddlewaretoken.value);
  }

  async #tryAgain() {
    const stuck = [...this.#jobs.values()].filter((job) => job.stuck && !job.sending);
    if (!stuck.length || !navigator.onLine) return;
    if (this.#blocked && !(await this.#takeToken())) return;
    this.#blocked = false;
    for (const job of stuck) {
      if (job.sending) continue;
      Object.assign(job, { stuck: false, renewed: false });
      job.body.set("csrfmiddlewaretoken", job.form.elements.csrfmiddlewaretoken.value);
      this.#send(job);
    }
  }

  /** Fetch the page anew for its proof; false while nobody, or someone else, is in. */
  async #takeToken() {
    const answer = await fetch(location.pathname).catch(() => null);
    if (!answer?.ok) return false;
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const quarter = page.querySelector("[data-quarter]");
    if (!quarter) return false;
    if (quarter.dataset.person !== this.person) {
      this.#hands.says("someoneElse");
      return false;
    }
    const token = quarter.querySelector("[name='csrfmiddlewaretoken']").value;
    document.querySelectorAll("[name='csrfmiddlewaretoken']").forEach((field) => {
      field.value = token;
    });
    return true;
  }

  #keep() {
    const kept = [...this.#jobs.values()].map(({ form, body }) => {
      const typed = new URLSearchParams(body);
      typed.delete("csrfmiddlewaretoken");
      return { action: form.getAttribute("action"), body: typed.toString() };
    });
    if (kept.length) sessionStorage.setItem(this.#storage, JSON.stringify(kept));
    else sessionStorage.removeItem(this.#storage);
  }
}

function fill(form, name, text) {
  const field = form.elements[name];
  if (!field || name === "csrfmiddlewaretoken" || name === "page" || name === "line") return;
  if (field instanceof RadioNodeList) {
    field.value = text;
  } else if (field.type === "checkbox") {
    field.checked = true;
  } else if (field.type !== "submit") {
    field.value = text;
  }
}
