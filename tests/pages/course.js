// Owns what a page of a course hears of its quizzes: each event once, in order.
"use strict";
self.heard = [];
for (const type of ["ready", "answered", "completed"]) {
  addEventListener(`verbatim-${type}`, ({ target, detail }) => heard.push({ id: target.id, type, detail }));
}
// What the element says against what its page has written.
self.complaints = [];
const { error } = console;
console.error = (...words) => {
  if (words[0] === "verbatim-quiz:") complaints.push(words[1]);
  error.apply(console, words);
};
self.broken = [];
addEventListener("error", ({ message }) => broken.push(message));
addEventListener("unhandledrejection", ({ reason }) => broken.push(String(reason)));
