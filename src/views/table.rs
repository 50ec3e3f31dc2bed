//! A table in a terminal, its columns aligned by how wide letters are shown.
//!
//! What a reader sees as one letter is one column wide, whatever signs hang on it (કિં, not ક + િ + ં):
//! a grapheme cluster of UAX #29. Counting code points would push every Gujarati row out of line.

use std::io::{Result, Write};

use unicode_segmentation::UnicodeSegmentation;

/// How many columns a text takes.
pub(crate) fn width(text: &str) -> usize {
    text.graphemes(true).count()
}

/// The text with spaces before it up to a width; a longer one stays as it is.
pub(crate) fn right(text: &str, columns: usize) -> String {
    format!("{}{text}", " ".repeat(columns.saturating_sub(width(text))))
}

/// The text with spaces after it up to a width; a longer one stays as it is.
pub(crate) fn left(text: &str, columns: usize) -> String {
    format!("{text}{}", " ".repeat(columns.saturating_sub(width(text))))
}

/// Writes rows with cells of one width in each column; the columns `figures` are aligned to the right.
pub(crate) fn write(out: &mut impl Write, rows: &[Vec<String>], figures: &[usize]) -> Result<()> {
    let count = rows.iter().map(Vec::len).max().unwrap_or(0);
    let widths: Vec<usize> = (0..count)
        .map(|at| rows.iter().filter_map(|row| row.get(at)).map(|cell| width(cell)).max())
        .map(Option::unwrap_or_default)
        .collect();
    for row in rows {
        let cells: Vec<String> = row
            .iter()
            .zip(&widths)
            .enumerate()
            .map(|(at, (cell, &width))| {
                if figures.contains(&at) {
                    right(cell, width)
                } else {
                    left(cell, width)
                }
            })
            .collect();
        writeln!(out, "{}", cells.join("  ").trim_end())?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_that_hang_on_a_letter_have_no_width() {
        for (text, columns) in [("", 0), ("abc", 3), ("કિં", 1), ("ભૂકંપ", 3), ("કચ્છ", 2), ("é", 1)]
        {
            assert_eq!(width(text), columns, "{text}");
        }
    }

    #[test]
    fn rows_are_aligned() {
        let rows = [["ભૂકંપ", "7", "x"], ["ab", "12", ""]].map(|row| row.map(str::to_owned).to_vec());
        let mut out = Vec::new();
        write(&mut out, &rows, &[1]).unwrap();
        assert_eq!(String::from_utf8(out).unwrap(), "ભૂકંપ   7  x\nab   12\n");
    }
}
