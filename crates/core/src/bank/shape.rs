//! Owns which fields an author may write, where, and of what type: one table for reading, hints and the schema.
//!
//! Never reads a file.

use crate::lint::{Level, RULES};
use crate::question::AUTHORING;

/// One field of a table.
#[derive(Debug)]
pub struct Field {
    /// Its name in the file.
    pub name: &'static str,
    /// Its type.
    pub shape: Shape,
    /// Whether it must be there.
    pub need: Need,
    /// What it means, for the author.
    pub doc: &'static str,
}

/// The type of a field.
#[derive(Clone, Copy, Debug)]
pub enum Shape {
    /// A string.
    Text,
    /// A string or a list of strings.
    TextOrTexts,
    /// A list of strings.
    Texts,
    /// `true` or `false`.
    Flag,
    /// A whole or broken number.
    Number,
    /// A list of numbers.
    Numbers,
    /// One of these words.
    Word(&'static [&'static str]),
    /// `true`, `false` or one of these words.
    FlagOrWord(&'static [&'static str]),
    /// One table.
    Record(&'static str, &'static [Field]),
    /// Tables under `[[name]]`; the first part names one of them.
    Records(&'static str, &'static [Field]),
    /// Tables under `[[name]]` whose fields depend on their `kind`: what one is called, the fields that all of them have,
    /// and the kinds that may stand here, where not all may.
    Kinds(&'static str, &'static [Field], Option<&'static [&'static str]>),
}

/// Whether a field must be there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Need {
    /// It may be left out.
    Optional,
    /// It must be there; what to add, where that is not `name = "…"`.
    Required(&'static str),
}

/// A field for each rule of the linter: under a bank's `lint` its level, under `allow` the reason why it is wrong there.
const fn rules(shape: Shape) -> [Field; RULES.len()] {
    let mut fields = [const { optional("", Shape::Text, "") }; RULES.len()];
    let mut at = 0;
    while at < RULES.len() {
        #[allow(clippy::indexing_slicing, reason = "the compiler runs this, and takes no index that is not there")]
        let (field, rule) = (&mut fields[at], &RULES[at]);
        *field = optional(rule.name, shape, rule.summary);
        at += 1;
    }
    fields
}

const LEVELS: &[Field] = &rules(Shape::Word(&[Level::Allow.name(), Level::Warn.name(), Level::Deny.name()]));

const REASONS: &[Field] = &rules(Shape::Text);

/// What an author may allow in a question or in a whole set.
const ALLOW: Field = optional(
    "allow",
    Shape::Record("allowance", REASONS),
    "Rules of `verbatim lint` that may find something here, each with the reason why that is right: \
     `allow = { longest-option = \"…\" }`.",
);

const fn text(name: &'static str, need: Need, doc: &'static str) -> Field {
    Field { name, shape: Shape::Text, need, doc }
}

const fn optional(name: &'static str, shape: Shape, doc: &'static str) -> Field {
    Field { name, shape, need: Need::Optional, doc }
}

/// The fields of `bank.toml`.
pub const BANK: &[Field] = &[
    text("title", Need::Required(""), "What a student reads as the bank's name."),
    Field {
        name: "sets",
        shape: Shape::Texts,
        need: Need::Required("`sets = [\"…\"]`"),
        doc: "The names of the set files without `.toml`, in the order in which they are shown.",
    },
    Field {
        name: "source",
        shape: Shape::Record("source", SOURCE),
        need: Need::Required("`[source]` and under it `title = \"…\"`"),
        doc: "The text that the bank is about.",
    },
    Field {
        name: "concept",
        shape: Shape::Records("concept", CONCEPT),
        need: Need::Optional,
        doc: "The concepts that questions may name.",
    },
    optional(
        "lint",
        Shape::Record("lint", LEVELS),
        "How much each rule of `verbatim lint` matters here: allow, warn (the default) or deny. \
         `verbatim lint --rules` lists them.",
    ),
];

const SOURCE: &[Field] = &[
    text("title", Need::Required(""), "The title of the text."),
    text("publisher", Need::Optional, "Who published it."),
    text("published", Need::Optional, "When, as a reader would write it: `January 2016`."),
    text("address", Need::Optional, "Where it is read: an https: or http: address."),
    text("language", Need::Optional, "The language of the text, such as `en` (the default)."),
    text(
        "text",
        Need::Optional,
        "The file in this folder with the whole text, where its licence lets you publish it: students then see a \
         quotation in its place.",
    ),
];

const CONCEPT: &[Field] = &[
    text("id", Need::Required(""), "The name that questions use."),
    text("term", Need::Required(""), "What a reader calls it."),
    text("definition", Need::Optional, "What it means, for the glossary, in your words. Markdown as in explanations."),
    QUOTE,
    SEVERAL_QUOTES,
];

/// The one quotation of a question or of a concept.
const QUOTE: Field = Field {
    name: "quote",
    shape: Shape::TextOrTexts,
    need: Need::Optional,
    doc: "The words of the source that prove it: one run of words, or several in order where words in between are \
          left out.",
};

/// The quotations of a question or of a concept, where they are several or have notes.
const SEVERAL_QUOTES: Field = Field {
    name: "quotes",
    shape: Shape::Records("quotation", QUOTES),
    need: Need::Optional,
    doc: "Several quotations, or one with a note.",
};

/// The fields of a set's file.
pub const SET: &[Field] = &[
    text("title", Need::Required(""), "What a student reads as the set's name."),
    text("about", Need::Optional, "What the set is about, in a sentence or two."),
    optional(
        "shuffle",
        Shape::FlagOrWord(&["questions", "options"]),
        "What is put in another order for each attempt: questions and options (true, the default), nothing (false), or \
         one of the two.",
    ),
    optional(
        "mode",
        Shape::Word(&["practice", "test"]),
        "Practice tells the verdict at once, a test when it is handed in. Left out, the student chooses.",
    ),
    optional(
        "tries",
        Shape::Word(&["one", "until-right"]),
        "In practice, whether a question may be tried until the answer is right. One try is the default.",
    ),
    optional("time_limit", Shape::Number, "How many minutes a test may take. Left out, there is no limit."),
    optional("pause", Shape::Flag, "Whether the student may pause the clock of a test."),
    optional(
        "hint_cost",
        Shape::Number,
        "The share of a mark, from 0 to 1, that each hint takes; 0.25 is the default.",
    ),
    optional("certainty", Shape::Flag, "Whether students say how sure they are, and earn points by it."),
    optional(
        "pass",
        Shape::Number,
        "The share of all marks, above 0 and at most 1, with which a student has passed. Left out, nobody passes or fails.",
    ),
    ALLOW,
    Field {
        name: "question",
        shape: Shape::Kinds("question", QUESTION, None),
        need: Need::Required("a `[[question]]`"),
        doc: "The questions, in the order in which they are asked.",
    },
];

/// The fields of a question of any kind.
pub const QUESTION: &[Field] = &[
    text(
        "id",
        Need::Required(""),
        "A stable name, unique in the bank: lower-case letters, digits, hyphens. Progress is kept by it.",
    ),
    text("kind", Need::Required("`kind = \"choice\"`"), "The kind of question."),
    Field {
        name: "concepts",
        shape: Shape::Texts,
        need: Need::Optional,
        doc: "The concepts that it is about, by their ids in bank.toml.",
    },
    optional(
        "difficulty",
        Shape::Word(&["remember", "understand", "apply", "analyse"]),
        "What it asks of the student, by Bloom's names: to recall what the source says, to understand it, to apply an \
         idea to another case, to take the argument apart.",
    ),
    text("prompt", Need::Required(""), "What is asked. Inline Markdown."),
    QUOTE,
    SEVERAL_QUOTES,
    text(
        "explanation",
        Need::Required(""),
        "Why the answer is what it is. Markdown: paragraphs, lists, emphasis, code, links.",
    ),
    optional(
        "hints",
        Shape::TextOrTexts,
        "Steps towards the answer, from the vaguest on. Inline Markdown. Each that is used lowers the mark.",
    ),
    optional("shuffle", Shape::Flag, "false keeps the options of this question as they are written."),
    ALLOW,
];

const QUOTES: &[Field] = &[
    Field {
        name: "text",
        shape: Shape::TextOrTexts,
        need: Need::Required(""),
        doc: "The words of the source: one run of words, or several in order.",
    },
    text("sic", Need::Optional, "A note on a slip of the source that the quotation keeps."),
];

/// The fields of a question of this kind beside [`QUESTION`]; none for an unknown kind.
#[must_use]
pub fn of_kind(kind: &str) -> &'static [Field] {
    AUTHORING.iter().find(|authoring| authoring.name == kind).map_or(&[], |authoring| authoring.fields)
}

/// The names of all kinds.
pub fn kinds() -> impl Iterator<Item = &'static str> + Clone {
    AUTHORING.iter().map(|authoring| authoring.name)
}
