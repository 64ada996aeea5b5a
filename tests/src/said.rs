//! Owns what has to be said of a mark, in literal English: the verdict, the reasons, what it is worth.
//!
//! Never takes the words from the player, nor the mark from the page.

use verbatim_core::mark::Scheme;
use verbatim_core::{Answer, Mark, Question, Reason};

use crate::shape::decomposed;

/// What is said of an answer: sign, verdict, reasons and worth, as one line. `None` where it does not fit.
#[must_use]
pub fn said(question: &Question, answer: &Answer) -> Option<String> {
    question.mark(&decomposed(answer)).map(|mark| format!("{} {}", verdict(&mark), line(&mark)))
}

/// The sign and the word for a mark.
#[must_use]
pub fn verdict(mark: &Mark) -> &'static str {
    match mark.earned() {
        all if all >= 1.0 => "✓ Right",
        some if some > 0.0 => "◐ Partly right",
        _ => "✗ Not right",
    }
}

/// The reasons for a mark, and what it comes to.
#[must_use]
pub fn line(mark: &Mark) -> String {
    let reasons: Vec<String> = mark.reasons().iter().map(reason).collect();
    format!("{}: {} of 1 point.", reasons.join("; "), worth(mark.earned()))
}

/// A mark as a fraction with the smallest denominator up to 100, or in hundredths.
#[must_use]
pub fn worth(earned: f64) -> String {
    for below in 1..=100 {
        let above = earned * f64::from(below);
        if (above - above.round()).abs() < 1e-9 {
            return if below == 1 { format!("{above:.0}") } else { format!("{above:.0}/{below}") };
        }
    }
    format!("0.{:02}", (earned * 100.0 + 0.5).floor().clamp(1.0, 99.0))
}

/// One reason in words.
#[must_use]
pub fn reason(reason: &Reason) -> String {
    match reason {
        Reason::RightOption => "You chose the right answer".to_owned(),
        Reason::WrongOption => "Another answer is the right one".to_owned(),
        Reason::Picked { right, keys, wrong, scheme } => {
            let rule = match scheme {
                Scheme::Net => "",
                Scheme::Balanced => " (by their shares)",
                Scheme::All => " (all or nothing)",
                Scheme::Each => " (each option by itself)",
            };
            let less = if *scheme == Scheme::Net && *wrong > 0 { "less " } else { "" };
            format!("{right} of {keys} right answers, {less}{wrong} wrong{rule}")
        }
        Reason::Accepted => "Your answer is right".to_owned(),
        Reason::Spelling { key } => format!("Your answer counts as right; the spelling is “{key}”"),
        Reason::NotAccepted => "Your answer is not right".to_owned(),
        Reason::RightNumber => "Your number is right".to_owned(),
        Reason::NearNumber { key } => format!("Your number is near enough; exactly it is {key}"),
        Reason::WrongNumber => "It is another number".to_owned(),
        Reason::Ordered { right, pairs, to_move: 0 } => format!("{right} of {pairs} pairs in the right order"),
        Reason::Ordered { right, pairs, to_move } => {
            let items = if *to_move == 1 { "item" } else { "items" };
            let other = pairs - right;
            format!("{right} of {pairs} pairs in the right order, less {other} in the other; {to_move} {items} to move")
        }
        Reason::BestTry { number } => format!("try {number} was the best and counts"),
        Reason::Matched { right, all } => format!("{right} of {all} matched"),
        Reason::Filled { right, all } => format!("{right} of {all} blanks right"),
        Reason::Evidence { found, needed, picked } => {
            format!("{found} of {needed} words of the proof found, {picked} words picked")
        }
        Reason::Tries { tries } => format!("halved for each earlier try, this was try {tries}"),
        Reason::Hints { used: 1 } => "lowered for 1 hint".to_owned(),
        Reason::Hints { used } => format!("lowered for {used} hints"),
    }
}
