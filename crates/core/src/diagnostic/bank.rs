//! Owns the problems of a bank as a whole: its files, ids, sets, concepts and fingerprint.
//!
//! Never reads a file.

use super::{Diagnostic, Span, listed, or_likely};

/// What a set's file ends in. Sets and concepts are named without it.
pub(crate) const ENDING: &str = ".toml";

pub(crate) fn bad_id(span: Span, what: &str, id: &str) -> Diagnostic {
    let rule = "use lower-case letters a to z, digits and single hyphens, at most 64 of them";
    let like = id_like(id);
    let hint = if like.is_empty() { rule.to_owned() } else { format!("{rule}: `{like}`") };
    Diagnostic::error("bad-id", span, format!("`{id}` cannot be the id of a {what}"), hint)
}

pub(crate) fn bad_file_name(stem: &str) -> Diagnostic {
    Diagnostic { span: Span::default(), ..bad_id(Span::default(), "set, which is the name of its file", stem) }
}

/// The id that comes nearest to what an author wrote.
fn id_like(text: &str) -> String {
    let lower = text.to_lowercase();
    let words = lower.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    let id = words.collect::<Vec<_>>().join("-");
    id.get(..64).unwrap_or(&id).trim_end_matches('-').to_owned()
}

pub(crate) fn reserved_id(span: Span, id: &str) -> Diagnostic {
    Diagnostic::error(
        "reserved-id",
        span,
        format!("the id `{id}` is taken by a page of the quiz"),
        format!("choose another, such as `{id}-question`"),
    )
}

pub(crate) fn reserved_file_name(stem: &str) -> Diagnostic {
    Diagnostic::error(
        "reserved-id",
        Span::default(),
        format!("the id `{stem}`, which is the name of the set’s file, is taken by a page of the quiz"),
        format!("give the file another name, such as `{stem}-set.toml`, here and in bank.toml"),
    )
}

/// `first` says which question has the id already.
pub(crate) fn duplicate_id(span: Span, id: &str, first: &str) -> Diagnostic {
    Diagnostic::error(
        "duplicate-id",
        span,
        format!("there is another question with the id `{id}`"),
        "give one of the two another id; a student's progress is kept by it, so change the newer one",
    )
    .note(format!("the first is {first}"))
}

/// `first` counts the concepts from 1.
pub(crate) fn duplicate_concept(span: Span, id: &str, first: usize) -> Diagnostic {
    Diagnostic::error(
        "duplicate-id",
        span,
        format!("there is another concept with the id `{id}`"),
        "give one of the two another id, or keep one",
    )
    .note(format!("the first is concept {first} of this file"))
}

pub(crate) fn set_missing(span: Span, set: &str) -> Diagnostic {
    Diagnostic::error(
        "set-missing",
        span,
        format!("there is no file `{set}.toml` in this bank's folder"),
        "write the file, or take its name out of `sets`",
    )
}

pub(crate) fn set_repeated(span: Span, set: &str) -> Diagnostic {
    Diagnostic::error("set-repeated", span, format!("the set `{set}` is listed twice"), "keep one of the two")
}

pub(crate) fn set_unlisted(set: &str) -> Diagnostic {
    Diagnostic::error(
        "set-unlisted",
        Span::default(),
        format!("the set `{set}` is not listed, so no student would see it"),
        format!(
            "add \"{set}\" to `sets` in `bank.toml`, in the place where it should appear, or move the file away: each \
             file beside `bank.toml` that ends in `.toml` is read as a set"
        ),
    )
}

/// `set` is the name that is meant.
pub(crate) fn set_with_ending(span: Span, set: &str) -> Diagnostic {
    Diagnostic::error(
        "set-missing",
        span,
        "a set is listed by the name of its file without the ending",
        format!("leave off `.toml`: write \"{set}\""),
    )
}

pub(crate) fn no_sets(span: Span) -> Diagnostic {
    Diagnostic::error("no-sets", span, "this bank has no set", "list the names of its set files: `sets = [\"first\"]`")
}

pub(crate) fn no_questions() -> Diagnostic {
    Diagnostic::error("no-questions", Span::default(), "this set has no question", "add a `[[question]]`")
}

pub(crate) fn unknown_concept<'a>(
    span: Span,
    concept: &str,
    known: impl Iterator<Item = &'a str> + Clone,
) -> Diagnostic {
    let else_hint = match concept.strip_suffix(ENDING) {
        Some(id) => format!("name a concept by its id, and leave off `{ENDING}`: \"{id}\""),
        None => format!("add a `[[concept]]` with `id = \"{concept}\"` to `bank.toml`"),
    };
    Diagnostic::error(
        "unknown-concept",
        span,
        format!("`bank.toml` has no concept `{concept}`"),
        or_likely(concept, known.clone(), else_hint),
    )
    .note(format!("the concepts are {}", listed(known)))
}

pub(crate) fn fingerprint_missing() -> Diagnostic {
    Diagnostic::error(
        "fingerprint-missing",
        Span::default(),
        "this bank has no `source.fingerprint`, so no quotation can be proved",
        "write it from the article's text: `verbatim fingerprint ARTICLE.txt --bank FOLDER`",
    )
}

pub(crate) fn fingerprint_damaged(span: Span, expected: &str) -> Diagnostic {
    Diagnostic::error(
        "fingerprint-damaged",
        span,
        format!("this line of the fingerprint is damaged: it should have {expected}"),
        "write it again from the article's text: `verbatim fingerprint ARTICLE.txt --bank FOLDER`",
    )
}

pub(crate) fn fingerprint_other_bank(span: Span, found: &str, bank: &str) -> Diagnostic {
    Diagnostic::error(
        "fingerprint-other-bank",
        span,
        format!("this fingerprint was made for the bank `{found}`, and this bank is `{bank}`"),
        "write it again from the article's text: `verbatim fingerprint ARTICLE.txt --bank FOLDER`",
    )
}

pub(crate) fn fingerprint_other_text() -> Diagnostic {
    Diagnostic::error(
        "fingerprint-other-text",
        Span::default(),
        "this fingerprint is not that of the text given with `--source`",
        "give the text that it was made from, or write it again: `verbatim fingerprint ARTICLE.txt --bank FOLDER`",
    )
}

/// `found` are the names of the texts that there are.
pub(crate) fn text_missing<'a>(span: Span, name: &str, found: impl Iterator<Item = &'a str> + Clone) -> Diagnostic {
    let there = listed(found.clone());
    let hint = match there.is_empty() {
        true => "put the text beside bank.toml, as a file that ends in `.txt` or `.md`".to_owned(),
        false => or_likely(name, found, format!("the texts in this folder are {there}")),
    };
    Diagnostic::error("text-missing", span, format!("there is no file `{name}` beside bank.toml"), hint)
}

pub(crate) fn text_differs(span: Span, name: &str) -> Diagnostic {
    Diagnostic::error(
        "text-differs",
        span,
        format!("`{name}` is not the text that `source.fingerprint` was made from"),
        format!("write the fingerprint again: `verbatim fingerprint FOLDER/{name} --bank FOLDER`"),
    )
}

pub(crate) fn useless_setting(span: Span, name: &str) -> Diagnostic {
    let (message, hint) = match name {
        "pause" => ("there is no clock to pause here", "add `time_limit`, or remove `pause`"),
        "tries" => ("a test takes one answer to each question", "remove `tries`, or let the set be practised"),
        _ => ("only a test has a time limit, and this set is for practice", "remove `time_limit`, or `mode`"),
    };
    Diagnostic::warning("useless-setting", span, message, hint)
}

pub(crate) fn undefined_concept(span: Span) -> Diagnostic {
    Diagnostic::error(
        "undefined-concept",
        span,
        "this concept has a quotation, and nothing says what it means",
        "add `definition = \"…\"`, which the glossary shows above the quotation, or remove the quotation",
    )
}
