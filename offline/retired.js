// Owns the end of the worker: put in the place of sw.js, it clears what was kept and takes itself away.
//
// Never serves anything. `trunk serve` uses it, too, so that whoever writes a set always sees its newest state.

const clear = async () => {
  for (const name of await caches.keys()) {
    if (name.startsWith(`verbatim ${registration.scope} `)) await caches.delete(name);
  }
  await registration.unregister();
};

addEventListener("install", () => skipWaiting());
addEventListener("activate", (event) => event.waitUntil(clear()));
