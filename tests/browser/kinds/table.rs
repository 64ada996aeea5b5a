//! Owns worked examples of marks: an answer, and what has to be said of it, in literal words and worked out by hand
//! from the rules of marking.

use verbatim_core::Answer;

/// One answer to one question, and what is said of it.
#[derive(Clone, Debug)]
pub(super) struct Case {
    pub question: &'static str,
    pub answer: Answer,
    pub said: &'static str,
}

pub(super) fn one(option: usize) -> Answer {
    Answer::Option(option)
}

pub(super) fn some(options: &[usize]) -> Answer {
    Answer::Options(options.to_vec())
}

pub(super) fn text(words: &str) -> Answer {
    Answer::text(words)
}

fn order(items: &[usize]) -> Answer {
    Answer::Order(items.to_vec())
}

fn parts<const N: usize>(parts: [Option<Answer>; N]) -> Answer {
    Answer::Parts(parts.into())
}

fn pairs<const N: usize>(choices: [Option<usize>; N]) -> Answer {
    Answer::Parts(choices.map(|choice| choice.map(Answer::Option)).into())
}

type Row = (&'static str, Answer, &'static str);

fn cases<const N: usize>(rows: [Row; N]) -> Vec<Case> {
    rows.map(|(question, answer, said)| Case { question, answer, said }).into()
}

const RIGHT: &str = "✓ Right You chose the right answer: 1 of 1 point.";
const WRONG: &str = "✗ Not right Another answer is the right one: 0 of 1 point.";
const ACCEPTED: &str = "✓ Right Your answer is right: 1 of 1 point.";
const NOT_ACCEPTED: &str = "✗ Not right Your answer is not right: 0 of 1 point.";
const NUMBER: &str = "✓ Right Your number is right: 1 of 1 point.";
const OTHER_NUMBER: &str = "✗ Not right It is another number: 0 of 1 point.";

/// One question of each kind.
pub(super) fn plain() -> Vec<Case> {
    let mut all = plain_options();
    all.extend(plain_written());
    all.extend(plain_arranged());
    all
}

fn plain_options() -> Vec<Case> {
    cases([
        ("pendulum-set-aside", one(2), RIGHT),
        ("pendulum-set-aside", one(0), WRONG),
        ("short-bar-replaced", one(1), RIGHT),
        ("short-bar-replaced", one(0), WRONG),
        // Two keys: net is (t - f) / 2.
        ("change-of-1983", some(&[0, 3]), "✓ Right 2 of 2 right answers, 0 wrong: 1 of 1 point."),
        ("change-of-1983", some(&[0]), "◐ Partly right 1 of 2 right answers, 0 wrong: 1/2 of 1 point."),
        ("change-of-1983", some(&[0, 1, 3]), "◐ Partly right 2 of 2 right answers, 1 wrong: 1/2 of 1 point."),
        ("change-of-1983", some(&[0, 1]), "✗ Not right 1 of 2 right answers, 1 wrong: 0 of 1 point."),
        ("unit-for-all", one(2), RIGHT),
        ("unit-for-all", one(1), WRONG),
        // The proof has 24 tokens, the fourth sentence 21: 2 * 24 / (45 + 24) = 48/69.
        ("weakest-link", some(&[0]), "✓ Right 24 of 24 words of the proof found, 24 words picked: 1 of 1 point."),
        (
            "weakest-link",
            some(&[0, 3]),
            "◐ Partly right 24 of 24 words of the proof found, 45 words picked: 16/23 of 1 point.",
        ),
        ("weakest-link", some(&[3]), "✗ Not right 0 of 24 words of the proof found, 21 words picked: 0 of 1 point."),
    ])
}

fn plain_written() -> Vec<Case> {
    cases([
        ("origin-of-the-name", text("metron"), ACCEPTED),
        ("origin-of-the-name", text("METRON "), ACCEPTED),
        // One typo in more than three letters.
        (
            "origin-of-the-name",
            text("metrom"),
            "✓ Right Your answer counts as right; the spelling is “metron”: 1 of 1 point.",
        ),
        // A missing accent.
        (
            "origin-of-the-name",
            text("μετρον"),
            "✓ Right Your answer counts as right; the spelling is “μέτρον”: 1 of 1 point.",
        ),
        ("origin-of-the-name", text("measure"), NOT_ACCEPTED),
        ("states-in-1875", text("17"), NUMBER),
        ("states-in-1875", text("34/2"), NUMBER),
        ("states-in-1875", text("1.7e1"), NUMBER),
        ("states-in-1875", text("16"), OTHER_NUMBER),
    ])
}

fn plain_arranged() -> Vec<Case> {
    let sentence =
        |year: &str, metal: &str, marks: usize| parts([Some(text(year)), Some(text(metal)), Some(one(marks))]);
    cases([
        // Five items are ten pairs: 2 * 9/10 - 1, 2 * 6/10 - 1.
        ("five-definitions", order(&[0, 1, 2, 3, 4]), "✓ Right 10 of 10 pairs in the right order: 1 of 1 point."),
        (
            "five-definitions",
            order(&[1, 0, 2, 3, 4]),
            "◐ Partly right 9 of 10 pairs in the right order; 1 item to move: 4/5 of 1 point.",
        ),
        (
            "five-definitions",
            order(&[1, 2, 3, 4, 0]),
            "◐ Partly right 6 of 10 pairs in the right order; 1 item to move: 1/5 of 1 point.",
        ),
        (
            "five-definitions",
            order(&[4, 3, 2, 1, 0]),
            "✗ Not right 0 of 10 pairs in the right order; 4 items to move: 0 of 1 point.",
        ),
        ("who-did-what", pairs([Some(0), Some(1), Some(2)]), "✓ Right 3 of 3 matched: 1 of 1 point."),
        ("who-did-what", pairs([Some(0), Some(3), Some(2)]), "◐ Partly right 2 of 3 matched: 2/3 of 1 point."),
        ("who-did-what", pairs([Some(0), None, None]), "◐ Partly right 1 of 3 matched: 1/3 of 1 point."),
        ("who-did-what", pairs([Some(1), Some(0), Some(3)]), "✗ Not right 0 of 3 matched: 0 of 1 point."),
        ("prototype-in-a-sentence", sentence("1889", "iridium", 1), "✓ Right 3 of 3 blanks right: 1 of 1 point."),
        (
            "prototype-in-a-sentence",
            sentence("1875", "iridium", 1),
            "◐ Partly right 2 of 3 blanks right: 2/3 of 1 point.",
        ),
        // A typo counts, what is empty does not.
        (
            "prototype-in-a-sentence",
            parts([None, Some(text("iridum")), None]),
            "◐ Partly right 1 of 3 blanks right: 1/3 of 1 point.",
        ),
        ("prototype-in-a-sentence", sentence("1875", "gold", 0), "✗ Not right 0 of 3 blanks right: 0 of 1 point."),
    ])
}

/// What the kinds can do beyond the plain case.
pub(super) fn finer() -> Vec<Case> {
    let mut all = finer_options();
    all.extend(finer_texts());
    all.extend(finer_numbers());
    all.extend(finer_arranged());
    all
}

fn finer_options() -> Vec<Case> {
    cases([
        ("fraction-of-the-earth", one(2), RIGHT),
        ("drawbacks-of-a-bar", one(3), RIGHT),
        ("atoms-of-one-kind", one(1), RIGHT),
        ("care-for-the-old-metre", one(1), RIGHT),
        ("aims-of-1791", some(&[0, 2, 3]), "✓ Right 3 of 3 right answers, 0 wrong (all or nothing): 1 of 1 point."),
        ("aims-of-1791", some(&[0, 2]), "✗ Not right 2 of 3 right answers, 0 wrong (all or nothing): 0 of 1 point."),
        // Net: (2 - 1) / 3.
        ("survey-of-two", some(&[0, 1, 2]), "◐ Partly right 2 of 3 right answers, 1 wrong: 1/3 of 1 point."),
        // Balanced: 3/4 - 1/2, and 4/4 - 2/2 for picking everything.
        (
            "true-of-the-prototype",
            some(&[0, 1, 2, 3]),
            "◐ Partly right 3 of 4 right answers, 1 wrong (by their shares): 1/4 of 1 point.",
        ),
        (
            "true-of-the-prototype",
            some(&[0, 1, 2, 3, 4, 5]),
            "✗ Not right 4 of 4 right answers, 2 wrong (by their shares): 0 of 1 point.",
        ),
        // Each: (1 + 3 - 1) / 6.
        (
            "definition-of-today",
            some(&[0, 1]),
            "◐ Partly right 1 of 3 right answers, 1 wrong (each option by itself): 1/2 of 1 point.",
        ),
        // The proof has 30 + 21 tokens: 2 * 21 / (21 + 51) = 42/72.
        (
            "error-known-and-kept",
            some(&[6]),
            "◐ Partly right 21 of 51 words of the proof found, 21 words picked: 7/12 of 1 point.",
        ),
    ])
}

fn finer_texts() -> Vec<Case> {
    cases([
        ("name-of-the-treaty", text("Metre Convention"), ACCEPTED),
        ("name-of-the-treaty", text("metre convention"), NOT_ACCEPTED),
        (
            "name-of-the-treaty",
            text("Metre Convenion"),
            "✓ Right Your answer counts as right; the spelling is “Metre Convention”: 1 of 1 point.",
        ),
        ("seat-of-the-bureau", text("Sèvres"), ACCEPTED),
        // The same, written as e and a combining accent.
        ("seat-of-the-bureau", text("Se\u{300}vres"), ACCEPTED),
        ("seat-of-the-bureau", text("Sevres"), NOT_ACCEPTED),
        ("second-metal", text("iridium"), ACCEPTED),
        ("second-metal", text("iridum"), NOT_ACCEPTED),
        ("atoms-of-1960", text("Krypton 86"), ACCEPTED),
        (
            "atoms-of-1960",
            text("kripton"),
            "✓ Right Your answer counts as right; the spelling is “krypton”: 1 of 1 point.",
        ),
        ("atoms-of-1960", text("laser"), NOT_ACCEPTED),
    ])
}

fn finer_numbers() -> Vec<Case> {
    cases([
        ("year-of-the-prototype", text("1889"), NUMBER),
        ("year-of-the-prototype", text("1875"), OTHER_NUMBER),
        ("millions-of-wavelengths", text("1,65"), NUMBER),
        // 0.05 away, and 0.06 is allowed.
        (
            "millions-of-wavelengths",
            text("1.7"),
            "✓ Right Your number is near enough; exactly it is 1.65: 1 of 1 point.",
        ),
        ("millions-of-wavelengths", text("1650763.73"), OTHER_NUMBER),
        ("speed-of-light", text("299 792 458"), NUMBER),
        // 0.07 per cent away, and 1 per cent is allowed.
        ("speed-of-light", text("3e8"), "✓ Right Your number is near enough; exactly it is 299792458: 1 of 1 point."),
        ("speed-of-light", text("300000"), OTHER_NUMBER),
    ])
}

fn finer_arranged() -> Vec<Case> {
    let four = |answers: [&str; 3], last: usize| {
        let [one, two, three] = answers.map(|answer| Some(text(answer)));
        parts([one, two, three, Some(super::table::one(last))])
    };
    cases([
        (
            "places-on-the-line",
            pairs([Some(1), Some(0), Some(2), Some(3)]),
            "◐ Partly right 2 of 4 matched: 1/2 of 1 point.",
        ),
        // Six items are fifteen pairs, one of which ties: 2 * 13/14 - 1.
        ("steps-by-date", order(&[0, 1, 2, 4, 3, 5]), "✓ Right 14 of 14 pairs in the right order: 1 of 1 point."),
        (
            "steps-by-date",
            order(&[1, 0, 2, 3, 4, 5]),
            "◐ Partly right 13 of 14 pairs in the right order; 1 item to move: 6/7 of 1 point.",
        ),
        // 0.25 is within 30 per cent of 0.2.
        ("how-the-bar-fell-short", four(["survey", "1799", "0.25"], 1), "✓ Right 4 of 4 blanks right: 1 of 1 point."),
        (
            "how-the-bar-fell-short",
            four(["calculations", "1799", "2"], 1),
            "◐ Partly right 2 of 4 blanks right: 1/2 of 1 point.",
        ),
        // 1895 is within 2 of 1893.
        (
            "michelson-in-a-sentence",
            four(["Sèvres", "Michelson", "1895"], 0),
            "✓ Right 4 of 4 blanks right: 1 of 1 point.",
        ),
        (
            "michelson-in-a-sentence",
            four(["Sevres", "Michelsen", "1890"], 0),
            "◐ Partly right 1 of 4 blanks right: 1/4 of 1 point.",
        ),
    ])
}
