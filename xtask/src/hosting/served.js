// Owns the words on the overlay that trunk lays over a page whose build has failed: what is wrong with the questions, or where
// it can be read.
//
// Never in a page for hosts: only in one that trunk serves while its files are written on.
(() => {
  "use strict";
  const ELSEWHERE = "What is wrong stands in the terminal in which the quiz is served.";
  const AGAIN = "Save a repaired file, and the quiz is built again.";
  // Written by the check of the questions into the site that did not come about.
  const PROBLEMS = ".stage/problems.txt";
  let shown;

  // Nothing else in the page lies as high.
  const overlay = () => [...(document.body?.children ?? [])].find(({ style }) => style.zIndex === "1000000");
  const read = async () => {
    const response = await fetch(PROBLEMS, { cache: "no-store" });
    // For what is not there, trunk gives the page itself.
    const is_text = response.ok && response.headers.get("content-type")?.startsWith("text/plain");
    return is_text ? response.text() : ELSEWHERE;
  };
  const say = async () => {
    const message = overlay()?.firstElementChild?.lastElementChild;
    if (!message || message.textContent === shown) return;
    // What trunk says of it is no more than that a command has failed.
    message.textContent = shown = `${ELSEWHERE} ${AGAIN}`;
    const problems = await read().catch(() => ELSEWHERE);
    message.textContent = shown = `${problems.trim()}\n\n${AGAIN}`;
    Object.assign(message.style, { fontFamily: "monospace", maxBlockSize: "60vh", overflow: "auto" });
  };
  new MutationObserver(say).observe(document, { childList: true, subtree: true });
})();
