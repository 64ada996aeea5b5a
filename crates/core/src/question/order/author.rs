//! Owns how an `order` is written, and what an author may get wrong about it.
//!
//! Never marks an answer.

use super::{Item, Order};
use crate::bank::draft::Record;
use crate::bank::shape::{Field, Need, Shape};
use crate::diagnostic::{self, Findings};
use crate::prose::plain;
use crate::question::authored::{Authored, Place, Why};
use crate::question::option::author::{line, list, repeated};
use crate::question::{Authoring, Kind, Proof};

pub(crate) const AUTHORING: Authoring = Authoring { name: "order", fields: FIELDS, verify };

const FIELDS: &[Field] = &[Field {
    name: "items",
    shape: Shape::Records("item", ITEM),
    need: Need::Required("`[[question.items]]` for each, with `text` and `why`"),
    doc: "The items, in the right order. They are shown in another one.",
}];

const ITEM: &[Field] = &[
    Field { name: "text", shape: Shape::Text, need: Need::Required(""), doc: "What the item says. Inline Markdown." },
    Field { name: "why", shape: Shape::Text, need: Need::Required(""), doc: "Why it has its place. Inline Markdown." },
    Field {
        name: "date",
        shape: Shape::Text,
        need: Need::Optional,
        doc: "When it was, shown after the answer. Neighbours of the same date may stand in either order.",
    },
];

fn verify(_: Option<&Proof<'_>>, question: &Record, findings: &mut Findings) -> Option<Kind> {
    let (records, whole) = list(question, ("items", "items", 2), findings)?;
    repeated(records.iter().filter_map(|record| record.text("text")), findings);
    let dates: Vec<Option<String>> =
        records.iter().map(|record| record.text("date").map(|date| date.text().trim().to_owned())).collect();
    apart(records, &dates, findings);
    let ranks = ranks(&dates);
    if whole && records.len() > 1 && ranks.last() == Some(&0) {
        findings.add(diagnostic::all_dates_tie(question.span_of("items")));
        return None;
    }
    let item = |((record, date), rank): ((&Record, Option<String>), usize)| {
        let (text, why) = (line(record, "text", findings), line(record, "why", findings));
        Some(Item { text: text?, why: why?, date, rank })
    };
    let items: Option<Vec<Item>> = records.iter().zip(dates).zip(ranks).map(item).collect();
    Some(Kind::Order(Order { items: items? }))
}

/// Reports items of a date that an earlier item has, with another date between them.
fn apart(records: &[Record], dates: &[Option<String>], findings: &mut Findings) {
    for (place, date) in dates.iter().enumerate() {
        let before = dates.get(..place).unwrap_or_default();
        if let (Some(words), Some(record)) = (date, records.get(place))
            && before.contains(date)
            && before.last() != Some(date)
        {
            findings.add(diagnostic::dates_part(record.span_of("date"), words));
        }
    }
}

/// What each item is sorted by: one more than the item before, unless both have the same date.
fn ranks(dates: &[Option<String>]) -> Vec<usize> {
    let mut rank = 0;
    let mut before: Option<&Option<String>> = None;
    dates
        .iter()
        .map(|date| {
            rank += usize::from(before.is_some_and(|before| before.is_none() || before != date));
            before = Some(date);
            rank
        })
        .collect()
}

/// The reasons and the items, which are no alternatives: none of them is wrong, and none is the answer.
pub(super) fn authored(order: &Order) -> Authored {
    let items = || order.items.iter().enumerate();
    let whys = items().map(|(at, item)| Why::new(Place::entry("items", at, "why"), &item.why, true)).collect();
    let beside: Vec<String> = items().map(|(_, item)| plain(&item.text)).collect();
    Authored { whys, beside: beside.join(". "), asks: true, ..Authored::default() }
}
