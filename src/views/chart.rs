//! Bars of a chart in the terminal.

/// The longest bar, in columns.
const LONGEST: u64 = 40;

/// The bar of a count, the highest count having the longest; any count but 0 has a bar.
pub(crate) fn bar(count: u64, highest: u64) -> String {
    let length = (count * LONGEST).div_ceil(highest.max(1));
    "█".repeat(usize::try_from(length).unwrap_or(0))
}
