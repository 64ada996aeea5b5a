// Owns keeping the site for later once it is usable, and the word that a newer version is ready. Never says it beside a
// question, and never changes the version unasked.
const MINUTE = 60000;
const HOUR = 60 * MINUTE;
// The player's own: pages have one before it, too.
const heading = () => document.querySelector("#app #heading");

const keep = async () => {
  const workers = navigator.serviceWorker;
  // The page's policy wants addresses of scripts to be vouched for, where a browser can ask for that.
  const vouch = { createScriptURL: (url) => url };
  // Beside this script, whatever folder the page lies in.
  const beside = new URL("sw.js", import.meta.url).href;
  const own = window.trustedTypes?.createPolicy("verbatim", vouch).createScriptURL(beside) ?? beside;
  const [place, notice] = document.getElementById("news").content.children;
  const [use, later] = notice.querySelectorAll("button");
  let registration, asked, next;
  let wait = MINUTE;
  let ready = false;
  const show = () => {
    const shown = ready && !/^#\/*[^/]+\/+(?!glossary\/)[^/]+\/+(?!results\/*$)[^/]/.test(location.hash);
    // What stands there already is not said once more.
    if (shown !== place.hasChildNodes()) place.replaceChildren(...(shown ? [notice] : []));
  };
  const look = () => {
    if (registration.active && registration.waiting) ready = true;
    show();
  };
  // What broke off is tried again by itself, each time a little later: browsers only do that when a page is loaded.
  const failed = () => {
    clearTimeout(next);
    next = setTimeout(ask, wait, true);
    wait = Math.min(2 * wait, HOUR);
  };
  const settled = ({ target }) => {
    if (target.state === "redundant") return failed();
    wait = MINUTE;
    look();
  };
  const watch = () => registration.installing?.addEventListener("statechange", settled, { once: true });
  const ask = async (anew) => {
    clearTimeout(next);
    asked = Date.now();
    try {
      // Each time, since there is none left where the very first download broke off.
      registration = await workers.register(own, { updateViaCache: "none" });
      registration.onupdatefound = watch;
      watch();
      // When a page is loaded, the browser asks by itself.
      if (anew) await registration.update();
      else look();
      // A first download that failed at once leaves nothing to listen to.
      if (!(registration.installing ?? registration.active)) failed();
    } catch {
      failed();
    }
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
  workers.controller?.postMessage("begun");
  document.body.prepend(place);
  addEventListener("hashchange", show);
  addEventListener("online", () => ask(true));
  document.addEventListener("visibilitychange", () => {
    if (!document.hidden && Date.now() > asked + HOUR) ask(true);
  });
  await ask();
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
