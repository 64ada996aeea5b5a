//! Owns the case of the kind `order`.
//!
//! Never marks: the worked examples are literal.

use anyhow::{Context, Result, bail};
use verbatim_core::question::Order;
use verbatim_core::question::order::Item;
use verbatim_core::{Answer, Kind, Source};

use super::{Case, Played};
use crate::bank::words;
use crate::explained::entry::entry;
use crate::given::Step;
use crate::shape::{order, positions};
use crate::worked::{Worked, worked};

pub(super) const CASE: Case =
    Case { name: "order", of: |kind| if let Kind::Order(order) = kind { Some(order) } else { None }, worked: marks };

impl Played for Order {
    fn wrongly(&self, _: usize) -> Answer {
        Answer::Order((0..self.items().len()).rev().collect())
    }

    fn partly(&self) -> Option<Answer> {
        let mut items: Vec<usize> = (0..self.items().len()).collect();
        items.swap(0, 1);
        Some(Answer::Order(items))
    }

    /// The items stand in some order from the beginning.
    fn missing(&self) -> Option<&'static str> {
        None
    }

    fn steps(&self, answer: &Answer) -> Result<Vec<Step>> {
        let name = |position: &usize| self.items().get(*position).map(|item| words(&item.text));
        let names = positions(answer)?.iter().map(name).collect::<Option<_>>();
        Ok(vec![Step::Arrange(names.context("no such item")?)])
    }

    fn entries(&self, answer: &Answer, _: &Source) -> Result<Vec<String>> {
        let Answer::Order(given) = answer else { bail!("no order in {answer:?}") };
        let item = |(place, item): (usize, &Item)| {
            let at = given.iter().position(|one| *one == place).context("an item is missing")?;
            let sign = if at == place || self.ties(at, place) { "✓" } else { "✗" };
            let date = item.date.as_ref().map_or(String::new(), |date| format!("{date}: "));
            let put = format!("You put it at {} of {}", at + 1, given.len());
            Ok(entry(sign, &format!("{date}{}", words(&item.text)), &put, &words(&item.why)))
        };
        self.items().iter().enumerate().map(item).collect()
    }
}

fn marks() -> Vec<Worked> {
    worked([
        // Five items are ten pairs: 2 * 9/10 - 1, 2 * 6/10 - 1.
        ("five-definitions", order(&[0, 1, 2, 3, 4]), "✓ Right 10 of 10 pairs in the right order: 1 of 1 point."),
        (
            "five-definitions",
            order(&[1, 0, 2, 3, 4]),
            "◐ Partly right 9 of 10 pairs in the right order, less 1 in the other; 1 item to move: 4/5 of 1 point.",
        ),
        (
            "five-definitions",
            order(&[1, 2, 3, 4, 0]),
            "◐ Partly right 6 of 10 pairs in the right order, less 4 in the other; 1 item to move: 1/5 of 1 point.",
        ),
        (
            "five-definitions",
            order(&[4, 3, 2, 1, 0]),
            "✗ Not right 0 of 10 pairs in the right order, less 10 in the other; 4 items to move: 0 of 1 point.",
        ),
        // Six items are fifteen pairs, one of which ties: 2 * 13/14 - 1.
        ("steps-by-date", order(&[0, 1, 2, 4, 3, 5]), "✓ Right 14 of 14 pairs in the right order: 1 of 1 point."),
        (
            "steps-by-date",
            order(&[1, 0, 2, 3, 4, 5]),
            "◐ Partly right 13 of 14 pairs in the right order, less 1 in the other; 1 item to move: 6/7 of 1 point.",
        ),
    ])
}
