// This device is told: the browser asks its reader, and what it answers goes along with the form around it.
import { AskingButton, bytes, text } from "../people/asking-button.js";

const ours = (address) => {
  if (!address.startsWith("/sw.js?")) throw new TypeError("another script");
  return address;
};
const policy = globalThis.trustedTypes?.createPolicy("worker", { createScriptURL: ours }) ?? { createScriptURL: ours };

customElements.define("push-device", class extends AskingButton {
  canAsk() {
    return "serviceWorker" in navigator && "PushManager" in window && "Notification" in window;
  }

  async ask() {
    if (await Notification.requestPermission() === "granted") this.send(await this.subscription());
    else this.status.textContent = this.dataset.denied;
  }

  async subscription() {
    const words = new URLSearchParams({ title: this.dataset.title, body: this.dataset.body, to: this.dataset.to });
    await navigator.serviceWorker.register(policy.createScriptURL(`/sw.js?${words}`));
    const { pushManager } = await navigator.serviceWorker.ready;
    const earlier = await pushManager.getSubscription();
    if (earlier) await earlier.unsubscribe(); // it may belong to somebody who sat here before
    return pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: bytes(this.dataset.key) });
  }

  send(subscription) {
    this.form.elements.endpoint.value = subscription.endpoint;
    this.form.elements.public_key.value = text(subscription.getKey("p256dh"));
    this.form.elements.auth.value = text(subscription.getKey("auth"));
    this.form.submit();
  }
});
