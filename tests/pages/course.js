// Owns what a page of a course hears of its quizzes: each event once, in order.
"use strict";
self.heard = [];
for (const type of ["ready", "answered", "completed"]) {
  addEventListener(`verbatim-${type}`, ({ target, detail }) => heard.push({ id: target.id, type, detail }));
}
self.broken = [];
addEventListener("error", ({ message }) => broken.push(message));
addEventListener("unhandledrejection", ({ reason }) => broken.push(String(reason)));
