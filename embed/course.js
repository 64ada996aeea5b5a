// Owns the dialog that gives teachers a set for a page of their own: link, frame, element, package, each as it is asked for,
// with a look at it. Loaded when a teacher wants it, so that no student pays for it.
(() => {
  "use strict";
  const { title, set, file, questions } = self.verbatimShare;
  const site = new URL(document.documentElement.dataset.root || "./", location.href).href.replace(/[?#].*/, "");
  const page = `${site}${set}.html`;
  const make = (name, properties, ...inside) => {
    const element = Object.assign(document.createElement(name), properties);
    element.append(...inside);
    return element;
  };
  const escaped = (text) =>
    text.replace(/[&<>"]/g, (character) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" })[character]);

  const option = ([value, words]) => make("option", { value }, words);
  const select = (...options) => make("select", { className: "select" }, ...options.map(option));
  const labelled = (words, control) => make("label", {}, make("span", {}, words), control);
  const check = (words, checked) => {
    const input = make("input", { type: "checkbox", checked });
    return [input, make("label", { className: "tick" }, input, make("span", {}, words))];
  };

  const chosen = questions.map(([id, prompt]) => [id, ...check(prompt, true)]);
  const count = make("summary", {});
  const mode = select(["", "As the set says"], ["practice", "Practice"], ["test", "Test"]);
  const [same, sameLabel] = check("The same order for everybody", false);
  const seed = Math.floor(Math.random() * 1e6);
  const standard = select(
    ["--scorm 2004", "SCORM 2004"],
    ["--scorm 1.2", "SCORM 1.2, for Moodle and older LMSs"],
    ["--cmi5", "cmi5, for LMSs with a learning record store"],
  );
  const scheme = select(["", "As the reader’s device"], ["light", "Light"], ["dark", "Dark"]);
  const [tinted, tintedLabel] = check("An accent colour of your own", false);
  const accent = make("input", { type: "color", value: "#174a78", ariaLabel: "Accent colour" });
  const WAYS = [
    ["element", "Element", "For pages that may run a script: it has the right height and tells the page what is answered."],
    ["frame", "Frame", "For pages that take HTML. Without the script line it keeps the height it is given, and scrolls."],
    ["link", "Link", "For mails, and wherever there is nothing else."],
    ["package", "LMS package", "A file to upload to an LMS: it has the whole set and the player, and reports scores and answers. This command makes it in the quiz’s repository, where `cargo xtask build` has built the site."],
  ];
  const ways = WAYS.map(([value, words]) => {
    const input = make("input", { type: "radio", name: "way", value, checked: value === "element" });
    return [input, make("label", { className: "tick" }, input, make("span", {}, words))];
  });
  const about = make("p", { id: "course-about" });
  const code = make("textarea", { readOnly: true, rows: 6, spellcheck: false, ariaLabel: "What to paste" });
  code.setAttribute("aria-describedby", "course-about");
  const copied = make("span", { role: "status" });
  const copy = make("button", { className: "button", type: "button" }, "Copy");
  const close = make("button", { className: "button button--quiet", type: "button" }, "Close");
  const preview = make("iframe", { title: "Preview", loading: "lazy" });

  const parameters = (way) => {
    if (way === "package") return [];
    const ids = chosen.filter(([, input]) => input.checked).map(([id]) => id);
    const given = { mode: mode.value, seed: same.checked ? String(seed) : "", scheme: scheme.value };
    if (ids.length && ids.length < chosen.length) given.questions = ids.join(",");
    if (tinted.checked) given.accent = accent.value;
    return Object.entries(given).filter(([, value]) => value);
  };
  const address = (given) => {
    const url = new URL(page);
    for (const [name, value] of given) url.searchParams.set(name, value);
    return url.href.replaceAll("%2C", ",");
  };
  const script = `<script src="${site}embed.js" async></script>`;
  const WRITTEN = {
    link: (given) => address(given),
    frame: (given) =>
      `<iframe src="${escaped(address(given))}" title="${escaped(title)}" width="100%" height="600" frameborder="0"></iframe>\n${script}`,
    element: (given) => {
      const attributes = given.map(([name, value]) => ` ${name}="${escaped(value)}"`).join("");
      const link = `<a href="${escaped(address(given))}">${escaped(title)}</a>`;
      return `${script}\n<verbatim-quiz src="${site}" set="${set}"${attributes}>${link}</verbatim-quiz>`;
    },
    package: () => `cargo verbatim export ${file} ${standard.value}`,
  };
  const write = () => {
    const { value } = ways.find(([input]) => input.checked)[0];
    const given = parameters(value);
    form.dataset.way = value;
    const kept = chosen.filter(([, input]) => input.checked).length;
    count.textContent = `Questions: ${kept && kept < chosen.length ? `${kept} of ${chosen.length}` : `all ${chosen.length}`}`;
    about.textContent = WAYS.find(([way]) => way === value)[2];
    code.value = WRITTEN[value](given);
    copied.textContent = "";
    accent.hidden = !tinted.checked;
    // Each change of the address loads it anew.
    const shown = address(given);
    if (preview.src !== shown) preview.src = shown;
  };
  copy.onclick = async () => {
    try {
      await navigator.clipboard.writeText(code.value);
      copied.textContent = "Copied.";
    } catch {
      code.select();
      copied.textContent = document.execCommand("copy") ? "Copied." : "Copy it with the keys of your device.";
    }
  };

  const heading = make("h2", { className: "dialog__title", id: "course-title" }, "Use in your course");
  const list = make("ul", {}, ...chosen.map(([, , label]) => make("li", {}, label)));
  const how = make("fieldset", { className: "ways" }, make("legend", {}, "How"), ...ways.map(([, label]) => label));
  const form = make(
    "form",
    {},
    how,
    make("details", {}, count, list),
    make("div", { className: "row" }, labelled("Mode", mode), labelled("Colours", scheme)),
    make("div", { className: "row" }, sameLabel, tintedLabel, accent),
    make("div", { className: "row row--package" }, labelled("Standard", standard)),
  );
  const dialog = make(
    "dialog",
    { className: "dialog", id: "course" },
    heading,
    make("p", {}, "Students answer on their own devices, and their answers stay there unless your page or LMS asks for them."),
    form,
    about,
    code,
    make("p", { className: "actions" }, copy, close, copied),
    make("h3", {}, "Preview"),
    preview,
  );
  dialog.setAttribute("aria-labelledby", "course-title");
  const sheet = new CSSStyleSheet();
  const rules = [
    "#course{inline-size:min(46rem,calc(100% - 2rem));}",
    "#course>*+*,#course form>*+*{margin-block-start:var(--space-4)}",
    "#course form{margin-block-start:var(--space-4)}",
    "#course .row,#course .ways{display:flex;flex-wrap:wrap;gap:var(--space-2) var(--space-5);align-items:center;border:0}",
    "#course .row>label:not(.tick){display:grid;gap:var(--space-1);flex:1 1 14rem;min-inline-size:0}",
    "#course select{inline-size:100%;min-inline-size:0}",
    "#course .tick{display:flex;gap:var(--space-3);align-items:center;min-block-size:var(--target)}",
    "#course .tick input{flex:none;inline-size:1.25rem;block-size:1.25rem;margin:0;accent-color:var(--accent)}",
    "#course legend{padding:0}",
    "#course legend,#course .row span,#course summary{font-weight:600}",
    "#course .tick span{font-weight:400}",
    "#course summary{min-block-size:var(--target);align-content:center;cursor:pointer}",
    "#course ul{display:grid;gap:var(--space-2);margin-block:var(--space-2);list-style:none}",
    "#course h3{font-size:var(--size-text)}",
    "#course textarea{inline-size:100%;padding:var(--space-3);border:var(--line) solid var(--edge);border-radius:var(--radius);background:var(--sheet);color:var(--ink);font:0.875rem/1.5 ui-monospace,monospace;resize:vertical}",
    "#course iframe{display:block;inline-size:100%;block-size:28rem;border:var(--line) solid var(--rule);border-radius:var(--radius)}",
    "#course input[type=color]{inline-size:var(--target);block-size:var(--target)}",
    // A package is of the whole set, and the student's own choice of mode and colours.
    "#course form:not([data-way=package])>.row--package,#course form[data-way=package]>:is(details,.row:not(.row--package)){display:none}",
    "#course [role=status]{align-self:center}",
  ];
  sheet.replaceSync(rules.join(""));
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  dialog.onclose = () => {
    dialog.remove();
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((other) => other !== sheet);
    // Opened from a script that comes later, a browser may not know where the focus was.
    document.getElementById("use-in-course")?.focus();
  };
  close.onclick = () => dialog.close();
  form.onchange = write;
  form.onsubmit = (event) => event.preventDefault();
  document.body.append(dialog);
  write();
  dialog.showModal();
})();
