// A passkey: the browser asks for it, and its answer goes along with the form the button stands in.
import { AskingButton, bytes, text } from "./asking-button.js";

customElements.define("passkey-button", class extends AskingButton {
  canAsk() {
    return "PublicKeyCredential" in window;
  }

  async ask() {
    const options = await this.challenge();
    if (options) this.send(await (this.dataset.make === "1" ? made(options) : found(options)));
  }

  async challenge() {
    const token = this.form.querySelector("[name=csrfmiddlewaretoken]").value;
    const body = new URLSearchParams({ csrfmiddlewaretoken: token });
    const answer = await fetch(this.dataset.challenge, { method: "POST", body });
    if (answer.ok && !answer.redirected) return (await answer.json()).publicKey;
    location.reload(); // the way on stands there: sign in, confirm, or wait a moment
  }

  // Words that were typed in the same form stay here.
  send(answer) {
    for (const field of this.form.querySelectorAll("reveal-password input")) field.value = "";
    const input = Object.assign(document.createElement("input"), { type: "hidden", name: "passkey" });
    input.value = JSON.stringify(answer);
    this.form.append(input);
    this.form.action = this.dataset.action;
    this.form.submit();
  }
});

async function made(options) {
  options.challenge = bytes(options.challenge);
  options.user.id = bytes(options.user.id);
  for (const one of options.excludeCredentials || []) one.id = bytes(one.id);
  const { response, ...about } = whole(await navigator.credentials.create({ publicKey: options }));
  return { ...about, response: { clientDataJSON: text(response.clientDataJSON), attestationObject: text(response.attestationObject) } };
}

async function found(options) {
  options.challenge = bytes(options.challenge);
  const { response, ...about } = whole(await navigator.credentials.get({ publicKey: options }));
  const { clientDataJSON, authenticatorData, signature, userHandle } = response;
  const said = { clientDataJSON, authenticatorData, signature, userHandle: userHandle || new ArrayBuffer(0) };
  return { ...about, response: Object.fromEntries(Object.entries(said).map(([name, value]) => [name, text(value)])) };
}

const whole = ({ id, type, response }) => ({ id, rawId: id, type, response });
