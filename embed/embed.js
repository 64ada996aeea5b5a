// Owns a quiz on any other page: the element <verbatim-quiz>, and the height of plain frames. docs/embedding.md tells how
// it is used and what is said between the windows.
//
// Never trusts a window: a message counts where it comes from a quiz's own frame, from the origin that the frame was given,
// and has the form that the protocol gives it.
(() => {
  "use strict";
  if (!self.customElements || customElements.get("verbatim-quiz")) return;
  const VERSION = 1;
  const MOST = 100000;
  // Frames of this site are recognised by where this script lies.
  const site = document.currentScript?.src.replace(/[^/]*$/, "");
  const quizzes = new Set();

  const text = (value) => typeof value === "string" && value.length < 1000;
  const count = (value) => Number.isInteger(value) && value >= 0;
  const share = (value) => typeof value === "number" && value >= 0 && value <= 1;
  const told = { answered: count, questions: count };
  const SHAPES = {
    ready: { set: text, title: text, mode: (value) => value === "practice" || value === "test", ...told },
    answered: { question: text, mark: (value) => value === null || share(value), tries: count, ...told },
    completed: { mark: share, right: count, seconds: count, passed: (value) => value === null || value === !!value, ...told },
  };
  // What of a detail the protocol knows; nothing where any of it is otherwise.
  const read = (type, detail) => {
    const shape = Object.hasOwn(SHAPES, type) && SHAPES[type];
    if (!shape || typeof detail !== "object" || detail === null) return;
    const known = {};
    for (const name in shape) {
      if (!Object.hasOwn(detail, name) || !shape[name](detail[name])) return;
      known[name] = detail[name];
    }
    return Object.freeze(known);
  };

  const is_sandboxed = (frame) => frame.hasAttribute("sandbox") && !frame.sandbox.contains("allow-same-origin");
  const origin_of = (frame) => (is_sandboxed(frame) ? "null" : new URL(frame.src).origin);
  // Without an origin a frame can be named by nothing else; and there is no secret in what is sent.
  const send = (frame, type, origin = origin_of(frame)) =>
    frame.contentWindow?.postMessage({ verbatim: VERSION, type }, origin === "null" ? "*" : origin);
  const plain = () =>
    [...document.querySelectorAll("iframe")].filter((frame) => site && frame.src.startsWith(site));
  const find = (source) => {
    for (const quiz of quizzes) if (quiz.frame?.contentWindow === source) return [quiz.frame, quiz];
    const frame = plain().find((frame) => frame.contentWindow === source);
    return frame ? [frame, frame] : [];
  };

  const fit = (frame, height) => {
    const style = getComputedStyle(frame);
    const sides = ["borderTopWidth", "borderBottomWidth", "paddingTop", "paddingBottom"];
    const around = style.boxSizing === "border-box" ? sides.reduce((sum, side) => sum + parseFloat(style[side]), 0) : 0;
    frame.style.height = `${height + around}px`;
  };
  addEventListener("message", ({ source, origin, data }) => {
    if (typeof data !== "object" || data === null || data.verbatim !== VERSION) return;
    const [frame, target] = find(source);
    if (!frame || origin !== origin_of(frame)) return;
    const { type, height } = data;
    if (type === "hello") {
      send(frame, "host");
      if (target !== frame) target.greeted();
    } else if (type === "height") {
      if (count(height) && height <= MOST) fit(frame, height);
    } else {
      const detail = read(type, data.detail);
      if (!detail) return;
      if (type === "ready") frame.title = detail.title;
      target.dispatchEvent(new CustomEvent(`verbatim-${type}`, { detail, bubbles: true, composed: true }));
    }
  });

  const sheet = new CSSStyleSheet();
  // The link stands where the quiz will be, until that is there.
  const rules = [
    ":host{display:grid}",
    ":host([hidden]){display:none}",
    "iframe,slot{display:block;grid-area:1/1;min-inline-size:0}",
    "slot{min-block-size:20rem}",
    "iframe{inline-size:100%;block-size:100%;border:0;visibility:hidden}",
    ".shown{visibility:visible}",
    ".shown+slot{display:none}",
    // Where nothing will come, nothing is kept free for it.
    ".absent{display:none}",
    ".absent+slot,p+slot{min-block-size:0}",
    "p+slot{grid-row:2}",
    "p{margin:0;padding:1rem;border:1px solid}",
  ];
  sheet.replaceSync(rules.join(""));
  const PARAMETERS = ["questions", "mode", "seed", "lang", "scheme", "accent"];
  // A frame is greeted before it is loaded, or a little later.
  const PATIENCE = 2000;
  const HELP = {
    src: 'Write the address of the site with the quiz: src="https://quiz.example/".',
    set: 'Write the bank and the set: set="wuzhen-2015/concepts".',
  };

  class VerbatimQuiz extends HTMLElement {
    static observedAttributes = ["src", "set", ...PARAMETERS];
    frame = null;
    #seen = new IntersectionObserver((entries) => entries.some((entry) => entry.isIntersecting) && this.#load(), {
      rootMargin: "200px",
    });
    #wanted = [];
    #changing = false;
    #link = document.createElement("a");
    // What is wrong with its attributes, for whoever writes the page.
    #note = document.createElement("p");

    constructor() {
      super();
      const root = this.attachShadow({ mode: "open" });
      root.adoptedStyleSheets = [sheet];
      const slot = document.createElement("slot");
      this.#link.textContent = "Open the quiz";
      slot.append(this.#link);
      root.append(slot);
    }
    connectedCallback() {
      quizzes.add(this);
      this.#changed();
    }
    disconnectedCallback() {
      quizzes.delete(this);
      this.#seen.disconnect();
      this.#remove();
    }
    attributeChangedCallback(_, before, after) {
      if (before !== after && this.isConnected) this.#changed();
    }
    #changed() {
      if (this.#changing) return;
      this.#changing = true;
      // Several may change at once.
      queueMicrotask(() => {
        this.#changing = false;
        if (!this.isConnected) return;
        const { address, wrong } = this.#read();
        this.#say(wrong);
        this.#link.hidden = !address;
        if (address) this.#link.href = address;
        if (this.frame?.src === address) return;
        const was_seen = this.frame;
        this.#remove();
        if (was_seen) this.#load();
        // Told anew whether it is seen: it may have been when there was nothing to load.
        this.#seen.disconnect();
        if (!this.frame) this.#seen.observe(this);
      });
    }
    #say(wrong) {
      if (!wrong) return this.#note.remove();
      const words = `This quiz cannot be shown. ${wrong}`;
      if (this.#note.textContent !== words) console.error("verbatim-quiz:", words, this);
      this.#note.textContent = words;
      this.shadowRoot.prepend(this.#note);
    }
    /** The address of what is shown; none where `src` or `set` is missing or wrong. */
    get address() {
      return this.#read().address ?? null;
    }
    #read() {
      const [src, set] = ["src", "set"].map((name) => this.getAttribute(name)?.trim());
      const wrong = (name, value) => ({
        wrong: `The attribute ${name} ${value ? `cannot be "${value}"` : "is missing"}. ${HELP[name]}`,
      });
      let address;
      try {
        address = new URL(src, document.baseURI);
      } catch {}
      // Nothing else may be run by it, whoever wrote it.
      if (!src || !["http:", "https:", "file:"].includes(address?.protocol)) return wrong("src", src);
      if (set && !/^[a-z0-9-]+\/[a-z0-9-]+$/.test(set)) return wrong("set", set);
      if (set) {
        // A site is a folder, whether its slash is written or not.
        if (!/(\/|\.html?)$/.test(address.pathname)) address.pathname += "/";
        address = new URL(`${set}.html`, address);
      }
      for (const name of PARAMETERS) {
        const value = this.getAttribute(name);
        if (value) address.searchParams.set(name, value);
      }
      return { address: address.href };
    }
    /** Begins a new attempt, which the student can take back. */
    reset() {
      this.#want("reset");
    }
    /** Moves the focus to the quiz. */
    focus(options) {
      this.#load();
      this.frame?.focus(options);
      this.#want("focus");
    }
    /** The frame has said that it is there. */
    greeted() {
      this.frame.className = "shown";
      this.#greeted = true;
      for (const type of this.#wanted.splice(0)) send(this.frame, type);
    }
    #greeted = false;
    #want(type) {
      if (this.#greeted) send(this.frame, type);
      else if (!this.#wanted.includes(type)) this.#wanted.push(type);
    }
    #load() {
      const { address } = this;
      if (this.frame || !address || !this.isConnected) return;
      this.#seen.disconnect();
      this.frame = document.createElement("iframe");
      this.frame.title = this.title || "Quiz";
      this.frame.src = address;
      const { frame } = this;
      // What is no quiz greets nobody.
      frame.onload = () => setTimeout(() => (frame.className ||= "absent"), PATIENCE);
      this.shadowRoot.prepend(frame);
    }
    #remove() {
      this.frame?.remove();
      this.frame = null;
      this.#greeted = false;
    }
  }
  customElements.define("verbatim-quiz", VerbatimQuiz);
  // Frames that were there before this script did not know whom to tell; they hear it now.
  const greet = () => plain().forEach((frame) => send(frame, "host", "*"));
  greet();
  addEventListener("DOMContentLoaded", greet);
})();
