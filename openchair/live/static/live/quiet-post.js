// Forms marked data-quiet are sent without leaving the page: what they change comes back by the stream.
// Forms marked data-patient are tried first, so that a lost line takes no words along; then they go on as ever.
// Whatever is not a plain "done" is sent again in the ordinary way, so that its page can say why.
document.addEventListener("submit", (event) => {
  const form = event.target;
  if (!form.matches("form[data-quiet], form[data-patient]") || form.dataset.ordinary || event.defaultPrevented) return;
  event.preventDefault();
  send(form, event.submitter);
});

async function send(form, button) {
  const body = wordsOf(form, button);
  form.waits = null; // whatever waited for the line is overtaken by this
  // Words typed from now on are another form: these may arrive, though their answer does not.
  if (!isPatient(form)) renewLater(form);
  const action = button?.hasAttribute("formaction") ? button.formAction : form.action;
  try {
    const answer = await fetch(action, { method: "POST", body, redirect: "manual", headers: { "X-Stays": "yes" } });
    // Signed out meanwhile: the page would go, and with it what was typed.
    const out = form.querySelector("[data-out]");
    if (answer.status === 401 || (out && answer.status === 403)) return out?.toggleAttribute("hidden", false);
    // What was kept is not kept twice: the second sending has the same submit_id, and is only led on.
    if (isPatient(form)) return answer.status < 500 ? form.submit() : waitForLine(form, button, body);
    if (answer.status === 204) return done(form, button, body);
    // Signed out, or asked to wait outside: what was typed stays, and the stream brings the rest.
    if (answer.type === "opaqueredirect") return;
  } catch {
    return waitForLine(form, button, body);
  }
  form.dataset.ordinary = "yes";
  form.requestSubmit(button);
}

const wordsOf = (form, button) => new URLSearchParams(new FormData(form, button));
const isPatient = (form) => form.hasAttribute("data-patient");
const renew = (form) => form.querySelectorAll("[name=submit_id]").forEach((id) => (id.value = fresh()));
const renewLater = (form) => form.addEventListener("input", () => renew(form), { once: true });

function done(form, button, sent) {
  if (button?.matches(".response")) button.setAttribute("aria-pressed", "true");
  for (const field of form.querySelectorAll("[data-clears] textarea")) {
    const said = sent.get(field.name); // what was typed since then stays
    if (field.value.startsWith(said)) field.value = field.value.slice(said.length).trimStart();
    field.dispatchEvent(new Event("input", { bubbles: true }));
  }
  renew(form);
}

// The line is gone: what was typed stays where it is, and goes once when the line is back. In a room it goes just
// as it stood when its button was pressed: what was written on since then waits for its writer.
function waitForLine(form, button, body) {
  form.waits = body;
  for (const line of form.querySelectorAll("[data-lost]")) line.hidden = false;
  if (isPatient(form)) renewLater(form);
  const again = () => {
    if (form.waits === body && (isPatient(form) || String(wordsOf(form, button)) === String(body))) send(form, button);
  };
  window.addEventListener("online", again, { once: true });
  // A phone may think that it is connected all the while.
  if (isPatient(form)) setTimeout(again, 10_000);
}

function fresh() {
  const letters = "23456789abcdefghjkmnpqrstvwxyz";
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (n) => letters[n % letters.length]).join("");
}
