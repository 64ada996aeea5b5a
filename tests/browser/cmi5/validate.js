// Owns running the validator: takes the file to load, and statements from the standard input; prints what it has against each.
const { readFileSync } = require("node:fs");
const { default: validate } = require(process.argv[1]);
const statements = JSON.parse(readFileSync(0, "utf8"));
const words = (warning) => `${warning.constructor.name} ${JSON.stringify(warning)}`;
console.log(JSON.stringify(statements.map((statement) => validate(statement).map(words))));
