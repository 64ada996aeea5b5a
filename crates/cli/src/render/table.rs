//! Owns how tables are set in a terminal.
//!
//! Never sets one itself: comfy-table does, and breaks lines so that a narrow terminal takes them.

use comfy_table::presets::NOTHING;
use comfy_table::{CellAlignment, ColumnConstraint, ContentArrangement, LineStyle, Table, Width};

/// How wide a table may be where no terminal says so.
const WIDTH: u16 = 120;
/// Words of up to so many characters are not broken.
const SHORT: usize = 12;

/// A table with these heads. Columns are set to the left, but those of numbers, counted from 0, to the right; no number
/// and no word of a head is broken.
pub(super) fn text(heads: &[&str], numbers: &[usize], rows: Vec<Vec<String>>) -> String {
    let mut table = Table::new();
    table.load_style(NOTHING.header_separator(LineStyle::none().fill('─').junction('─')));
    table.set_content_arrangement(ContentArrangement::Dynamic);
    if table.width().is_none() {
        table.set_width(WIDTH);
    }
    let least: Vec<u16> = (0..heads.len()).map(|at| least(at, heads, numbers, &rows)).collect();
    table.set_header(heads.to_vec()).add_rows(rows);
    for (at, (column, least)) in table.column_iter_mut().zip(least).enumerate() {
        let before = u16::from(at > 0);
        column.set_padding((before, 1));
        column.set_constraint(ColumnConstraint::LowerBoundary(Width::Fixed(before + least + 1)));
        if numbers.contains(&at) {
            column.set_cell_alignment(CellAlignment::Right);
        }
    }
    table.trim_fmt() + "\n"
}

/// How many characters a column has at least: its head's longest word and its longest number, or as much of its longest
/// word as is short.
fn least(at: usize, heads: &[&str], numbers: &[usize], rows: &[Vec<String>]) -> u16 {
    let length = |text: &str| text.chars().count();
    let head = heads.iter().skip(at).take(1).flat_map(|head| head.split(' ')).map(length);
    let cells = || rows.iter().filter_map(|row| row.get(at));
    let own = if numbers.contains(&at) {
        cells().map(|cell| length(cell)).max()
    } else {
        cells().flat_map(|cell| cell.split_whitespace()).map(|word| length(word).min(SHORT)).max()
    };
    head.chain(own).max().and_then(|most| u16::try_from(most).ok()).unwrap_or(1)
}
