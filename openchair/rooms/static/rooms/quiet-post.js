// Forms marked data-quiet are sent without leaving the page: what they change comes back by the stream.
// Whatever is not a plain "done" is sent again in the ordinary way, so that its page can say why.
document.addEventListener("submit", (event) => {
  const form = event.target;
  if (!form.matches("form[data-quiet]") || form.dataset.ordinary) return;
  event.preventDefault();
  send(form, event.submitter);
});

async function send(form, button) {
  const body = new URLSearchParams(new FormData(form, button));
  const action = button?.hasAttribute("formaction") ? button.formAction : form.action;
  try {
    const answer = await fetch(action, { method: "POST", body, redirect: "manual", headers: { "X-Stays": "yes" } });
    if (answer.status === 204) return done(form, button);
    // Signed out, or asked to wait outside: what was typed stays, and the stream brings the rest.
    if (answer.type === "opaqueredirect") return;
  } catch {
    return waitForLine(form, button);
  }
  ordinarily(form, button);
}

function done(form, button) {
  if (button?.matches(".response")) button.setAttribute("aria-pressed", "true");
  if (form.hasAttribute("data-clears")) {
    for (const field of form.querySelectorAll("textarea")) field.value = "";
  }
  for (const id of form.querySelectorAll("[name=submit_id]")) id.value = fresh();
}

// The line is gone: what was typed stays where it is, and goes once when the line is back.
function waitForLine(form, button) {
  if (form.dataset.waits) return;
  form.dataset.waits = "yes";
  window.addEventListener("online", () => { delete form.dataset.waits; send(form, button); }, { once: true });
}

function ordinarily(form, button) {
  form.dataset.ordinary = "yes";
  form.requestSubmit(button);
}

function fresh() {
  const letters = "23456789abcdefghjkmnpqrstvwxyz";
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (n) => letters[n % letters.length]).join("");
}
