// Owns the talk of a quiz in a frame with the page around it: how high it is, what was answered; and hears what that page
// wants. The protocol is told in docs/embedding.md.
//
// Never tells anything to a page that has not answered, and never does what is not in the protocol, whoever says it.
(() => {
  "use strict";
  const VERSION = 1;
  const SECOND = 1000;
  const root = document.documentElement;
  const told = self.verbatimTold;
  // Set once the page around has answered: its origin.
  let host;
  let height, ready, late;
  // What it wants before the player can do it.
  const wanted = [];

  const send = (message, to) => parent.postMessage({ verbatim: VERSION, ...message }, to);
  // A page from a disk or in a sandbox has no origin to be named; it is the page around all the same.
  const tell = (message) => send(message, host === "null" ? "*" : host);
  const pass = ({ type, ...detail }) => {
    tell({ type, detail });
    if (type !== "ready") return;
    ready = true;
    wanted.splice(0).forEach(ask);
  };
  const ask = (what) => dispatchEvent(new CustomEvent("verbatim-asked", { detail: what }));

  // It scrolls as any page until the page around has answered, and again where that does not give it the height it needs.
  const needed = () => Math.ceil(document.body.getBoundingClientRect().bottom + scrollY);
  const scroll = () => {
    if (innerHeight + 1 >= needed()) {
      clearTimeout(late);
      late = undefined;
      root.classList.add("fitted");
    } else {
      late ??= setTimeout(() => root.classList.remove("fitted"), SECOND);
    }
  };
  const measure = () => {
    if (host === undefined) return;
    const now = needed();
    if (now !== height) tell({ type: "height", height: (height = now) });
    scroll();
  };

  // Where the page around shows it now, a dialog is shown, and not in the middle of a frame that is three screens high.
  const seen = new IntersectionObserver(([{ intersectionRect }]) => {
    seen.disconnect();
    root.style.setProperty("--seen", `${Math.max(0, intersectionRect.top)}px`);
    root.style.setProperty("--seen-height", `${intersectionRect.height}px`);
  });
  const opened = new MutationObserver(() => document.querySelector("dialog[open]") && seen.observe(root));

  const is_message = (data) =>
    typeof data === "object" && data !== null && data.verbatim === VERSION && typeof data.type === "string";
  addEventListener("message", ({ source, origin, data }) => {
    if (source !== parent || !is_message(data)) return;
    if (data.type === "host") {
      // A second page cannot take the first one's place.
      if (host !== undefined && host !== origin) return;
      host = origin;
      root.classList.add("fitted");
      height = undefined;
      // From now on what is told goes out at once.
      told.splice(0).forEach(pass);
      told.push = pass;
      measure();
    } else if (origin === host && (data.type === "reset" || data.type === "focus")) {
      if (ready) ask(data.type);
      else if (!wanted.includes(data.type)) wanted.push(data.type);
    }
  });

  // Pages that let nobody show them in a frame, and those that are no quiz, are opened beside it.
  const leave = ({ target }) => {
    const link = target.closest?.("a[href]");
    if (!link || link.getAttribute("href").startsWith("#") && !/^#\/(progress)?$/.test(link.getAttribute("href"))) return;
    link.target = "_blank";
  };
  addEventListener("click", leave, true);

  // A sandbox may forbid forms, even those that are sent nowhere: what a form hears is said to it without sending it.
  const submit = (event) => {
    const button = event.target.closest?.("button");
    if (button?.type !== "submit" || !button.form) return;
    event.preventDefault();
    button.form.dispatchEvent(new SubmitEvent("submit", { bubbles: true, cancelable: true, submitter: button }));
  };
  addEventListener("click", submit);

  const begin = () => {
    new ResizeObserver(measure).observe(document.body);
    opened.observe(document.body, { subtree: true, attributeFilter: ["open"] });
    addEventListener("resize", measure);
    send({ type: "hello" }, "*");
  };
  if (document.readyState === "loading") addEventListener("DOMContentLoaded", begin);
  else begin();
})();
