//! Owns how tables of text and numbers are set.
//! Never knows what stands in them.

/// Sets rows as columns: the first one to the left, all others, being numbers, to the right.
/// Every row has as many cells as the first.
pub fn columns(rows: &[Vec<String>]) -> String {
    let count = rows.iter().map(Vec::len).max().unwrap_or_default();
    let width = |column: usize| {
        let cells = rows.iter().filter_map(|row| row.get(column));
        cells.map(|cell| cell.chars().count()).max().unwrap_or_default()
    };
    let widths: Vec<usize> = (0..count).map(width).collect();
    let lines = rows.iter().map(|row| {
        let cells = row.iter().zip(&widths).enumerate();
        let line: Vec<String> = cells
            .map(|(column, (cell, width))| match column {
                0 => format!("{cell:<width$}"),
                _ => format!("{cell:>width$}"),
            })
            .collect();
        line.join("   ").trim_end().to_owned()
    });
    lines.collect::<Vec<_>>().join("\n")
}

/// A number with a comma after every three digits: `110,000`.
pub fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut grouped = String::new();
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_stand_to_the_left_and_numbers_to_the_right() {
        let rows = [["file", "raw"], ["a.js", "5"], ["long.wasm", "1,234"]];
        let rows = rows.map(|row| row.map(str::to_owned).to_vec());
        let expected = "file          raw\na.js            5\nlong.wasm   1,234";
        assert_eq!(columns(&rows), expected);
    }

    #[test]
    fn no_rows_are_an_empty_table() {
        assert_eq!(columns(&[]), "");
    }

    #[test]
    fn a_comma_stands_after_every_three_digits() {
        for (number, expected) in [(0, "0"), (999, "999"), (1_000, "1,000"), (110_000, "110,000")] {
            assert_eq!(grouped(number), expected);
        }
        assert_eq!(grouped(1_234_567), "1,234,567");
    }
}
