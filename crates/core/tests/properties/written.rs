//! Owns questions of every kind, as authors write them: those of the tour, and others that are varied at random.
//!
//! Never expects anything. The tour has all kinds, so that a new one needs nothing here.

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{select, subsequence};

use super::tour;

/// Two paragraphs of three sentences.
pub const SENTENCES: [&str; 6] = [
    "One two three four.",
    "Five six seven eight nine ten.",
    "Red green blue yellow black.",
    "Cat dog mouse horse cow pig hen.",
    "North south east west.",
    "Apple pear plum cherry fig lemon.",
];

/// Evidence in these two paragraphs, where no other text stands before them.
pub const PARAGRAPHS: &str = "paragraphs = [1, 2]";

/// A kind and its fields, as an author writes them.
pub type Fields = (&'static str, String);

/// A question of any kind.
pub fn written() -> BoxedStrategy<Fields> {
    prop_oneof![3 => varied(), 1 => tour::question()].boxed()
}

fn varied() -> BoxedStrategy<Fields> {
    prop_oneof![choice(), choices(), truth(), text(), number(), order(), matching(), blanks(), passages(), sentences(),]
        .boxed()
}

fn option(field: &str, text: &str, correct: bool, more: &str) -> String {
    format!("[[question.{field}]]\ntext = '{text}'\nwhy = 'w'\ncorrect = {correct}\n{more}")
}

/// Options of which these are right; those with `fixed` keep their places.
fn options(list: &[(bool, bool)]) -> String {
    let one = |(number, (right, fixed)): (usize, &(bool, bool))| {
        option("options", &format!("o{number}"), *right, &format!("fixed = {fixed}\n"))
    };
    list.iter().enumerate().map(one).collect()
}

fn choice() -> BoxedStrategy<Fields> {
    let list = vec(any::<bool>(), 2..7).prop_flat_map(|fixed| (0..fixed.len(), Just(fixed)));
    let text = |(right, fixed): (usize, Vec<bool>)| {
        options(&fixed.into_iter().enumerate().map(|(place, fixed)| (place == right, fixed)).collect::<Vec<_>>())
    };
    list.prop_map(move |list| ("choice", text(list))).boxed()
}

pub fn choices() -> BoxedStrategy<Fields> {
    let scheme = select(&["net", "balanced", "all", "each"][..]);
    let list = vec((any::<bool>(), prop::bool::weighted(0.2)), 0..5);
    (scheme, list, any::<usize>(), any::<bool>())
        .prop_map(|(scheme, mut list, place, first)| {
            // At least one is right and one wrong.
            let place = place % (list.len() + 1);
            list.insert(place, (first, false));
            list.insert(place, (!first, false));
            ("choices", format!("scheme = '{scheme}'\n{}", options(&list)))
        })
        .boxed()
}

fn text() -> BoxedStrategy<Fields> {
    let rule = select(&["", "exact = true\n", "diacritics = 'strict'\n", "typos = false\n"][..]);
    rule.prop_map(|rule| {
        let wrong = "[[question.wrong]]\ntext = 'Beijing'\nwhy = 'w'\n";
        ("text", format!("accept = ['Wuzhen', 'Wu zhen']\n{rule}{wrong}"))
    })
    .boxed()
}

fn number() -> BoxedStrategy<Fields> {
    let rule = select(&["", "tolerance = 0.5\n", "relative = 0.1\nunit = 'km'\n"][..]);
    rule.prop_map(|rule| ("number", format!("value = 12\n{rule}"))).boxed()
}

fn blanks() -> BoxedStrategy<Fields> {
    let sentence = "sentence = 'In {where} were {many}, as {what} says.'\n";
    let text = "[[question.blanks]]\nname = 'where'\nkind = 'text'\naccept = 'Wuzhen'\n";
    let number = "[[question.blanks]]\nname = 'many'\nkind = 'number'\nvalue = 12\n";
    let choice = "[[question.blanks]]\nname = 'what'\nkind = 'choice'\n";
    let option = |name: &str, correct: bool| {
        format!("[[question.blanks.options]]\ntext = '{name}'\nwhy = 'w'\ncorrect = {correct}\n")
    };
    let fields = format!("{sentence}{text}{number}{choice}{}{}", option("one", true), option("two", false));
    Just(("blanks", fields)).boxed()
}

fn truth() -> BoxedStrategy<Fields> {
    any::<bool>()
        .prop_map(|is_true| ("truth", format!("answer = {is_true}\nwhy_true = 'w'\nwhy_false = 'w'\n")))
        .boxed()
}

/// Items of which neighbours may tie, but not all of them.
pub fn order() -> BoxedStrategy<Fields> {
    let item =
        |number: usize, date: usize| format!("[[question.items]]\ntext = 'i{number}'\nwhy = 'w'\ndate = 'd{date}'\n");
    vec(prop::bool::weighted(0.3), 1..7)
        .prop_map(move |mut ties| {
            if ties.iter().all(|tie| *tie) {
                ties.push(false);
            }
            let mut date = 0;
            let later = ties.iter().zip(1..).map(|(tie, number)| {
                date += usize::from(!tie);
                item(number, date)
            });
            ("order", item(0, 0) + &later.collect::<String>())
        })
        .boxed()
}

pub fn matching() -> BoxedStrategy<Fields> {
    let pair = |number: usize| format!("[[question.pairs]]\nleft = 'l{number}'\nright = 'r{number}'\nwhy = 'w'\n");
    let extra = |number: usize| format!("[[question.extras]]\ntext = 'e{number}'\nwhy = 'w'\n");
    let text = move |(pairs, extras)| (0..pairs).map(pair).chain((0..extras).map(extra)).collect();
    (2..6_usize, 0..3_usize).prop_map(move |numbers| ("match", text(numbers))).boxed()
}

fn passages() -> BoxedStrategy<Fields> {
    let list = subsequence(SENTENCES.to_vec(), 2..=6).prop_shuffle().prop_flat_map(|list| (0..list.len(), Just(list)));
    let text = |(right, list): (usize, Vec<&str>)| {
        list.iter().enumerate().map(|(place, words)| option("passages", words, place == right, "")).collect()
    };
    list.prop_map(move |list| ("evidence", text(list))).boxed()
}

/// Evidence in both paragraphs, proved by the sentences with these numbers.
pub fn proved_by(sentences: &[usize]) -> Fields {
    let words: Vec<String> = sentences.iter().map(|number| format!("'{}'", SENTENCES[*number])).collect();
    ("evidence", format!("{PARAGRAPHS}\nquote = [{}]\n", words.join(", ")))
}

/// The numbers of some sentences, in order.
pub fn proofs() -> BoxedStrategy<Vec<usize>> {
    subsequence((0..SENTENCES.len()).collect::<Vec<_>>(), 1..=SENTENCES.len()).boxed()
}

fn sentences() -> BoxedStrategy<Fields> {
    proofs().prop_map(|proof| proved_by(&proof)).boxed()
}
