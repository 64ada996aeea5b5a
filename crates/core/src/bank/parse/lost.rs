//! Owns what was left out of a broken file, and so which of its tables are whole.
//!
//! Never leaves anything out itself.

use super::statement::Statement;
use crate::source::Span;

/// What was left out of a file.
#[derive(Debug, Default)]
pub(super) struct Lost {
    places: Vec<Span>,
    /// The table headers in order.
    headers: Vec<Header>,
}

/// The header of a table.
#[derive(Debug)]
struct Header {
    start: usize,
    /// How many names it joins by dots.
    depth: usize,
    /// Whether it is left out, and its table with it.
    is_lost: bool,
}

impl Lost {
    /// Adds a place.
    pub fn add(&mut self, place: Span) {
        self.places.push(place);
    }

    /// The places.
    pub fn places(&self) -> &[Span] {
        &self.places
    }

    /// Says, once all places are known, where the tables of the file begin.
    pub fn set_headers(&mut self, text: &str, statements: &[Statement]) {
        self.places.sort_unstable();
        let header = |statement: &Statement| {
            let depth = statement.header?;
            let is_lost = self.places.binary_search_by_key(&statement.span.start, |place| place.start).is_ok();
            let indent = text.get(statement.span.start..)?.find('[')?;
            Some(Header { start: statement.span.start + indent, depth, is_lost })
        };
        self.headers = statements.iter().filter_map(header).collect();
    }

    /// Whether nothing was left out of the table at `span`, not even one of its sub-tables. What was left out of a
    /// sub-table is that one's own. A whole file's table has the empty span.
    pub fn spares(&self, span: Span) -> bool {
        let is_file = span == Span::default();
        let behind = if is_file { 0 } else { self.headers.partition_point(|header| header.start <= span.start) };
        let own = behind.checked_sub(1).and_then(|own| self.headers.get(own)).filter(|own| own.start == span.start);
        let depth = if is_file { 0 } else { own.map_or(usize::MAX, |own| own.depth) };
        let inner = self.headers.get(behind..).unwrap_or_default();
        let end = inner.first().map_or(usize::MAX, |header| header.start);
        let lost = self.places.partition_point(|place| place.start < span.start);
        let own_is_whole = self.places.get(lost).is_none_or(|place| place.start >= end);
        let mut tables = inner.iter().take_while(|header| header.depth > depth);
        own_is_whole && !tables.any(|header| header.is_lost && header.depth == depth + 1)
    }
}
