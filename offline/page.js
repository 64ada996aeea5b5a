// Owns keeping the site for later once it is usable, and the word that a newer version is ready. Never says it beside a
// question, and never changes the version unasked.
const HOUR = 3600000;
const heading = () => document.getElementById("heading");

const keep = async () => {
  const workers = navigator.serviceWorker;
  // The page's policy wants addresses of scripts to be vouched for, where a browser can ask for that.
  const vouch = { createScriptURL: (url) => url };
  const own = window.trustedTypes?.createPolicy("verbatim", vouch).createScriptURL("sw.js");
  const registration = await workers.register(own ?? "sw.js", { updateViaCache: "none" });
  const [place, notice] = document.getElementById("news").content.children;
  const [use, later] = notice.querySelectorAll("button");
  let ready = false;
  let asked = Date.now();
  const show = () => {
    const shown = ready && !/^#\/*[^/]+\/+(?!glossary\/)[^/]+\/+(?!results\/*$)[^/]/.test(location.hash);
    // What stands there already is not said once more.
    if (shown !== place.hasChildNodes()) place.replaceChildren(...(shown ? [notice] : []));
  };
  const look = () => {
    if (registration.active && registration.waiting) ready = true;
    show();
  };
  use.onclick = () => {
    if (!registration.waiting) return location.reload();
    workers.oncontrollerchange = () => location.reload();
    registration.waiting.postMessage("take over");
  };
  later.onclick = () => {
    ready = false;
    show();
    heading()?.focus();
  };
  document.body.prepend(place);
  addEventListener("hashchange", show);
  const watch = () => registration.installing?.addEventListener("statechange", look);
  registration.onupdatefound = watch;
  watch();
  look();
  document.addEventListener("visibilitychange", () => {
    if (document.hidden || Date.now() < asked + HOUR) return;
    asked = Date.now();
    registration.update().catch(() => {});
  });
};

const begin = () => {
  if (!heading()) return;
  usable.disconnect();
  // Where there are no workers, or none are allowed, nothing is kept, and nothing is wrong.
  (window.requestIdleCallback ?? setTimeout)(() => keep().catch(() => {}));
};
const usable = new MutationObserver(begin);
usable.observe(document, { childList: true, subtree: true });
begin();
