// The service worker: shows that something waits, and opens Today. It answers no request and keeps nothing.
const words = new URL(self.location.href).searchParams;

self.addEventListener("push", (event) => {
  event.waitUntil(self.registration.showNotification(words.get("title") || "Notes", {
    body: words.get("body") || "",
    tag: "waits", // one sign, however much waits
  }));
});

self.addEventListener("notificationclick", (event) => {
  event.notification.close();
  event.waitUntil(self.clients.openWindow(words.get("to") || "/"));
});
