//! Shares in per cent, rounded as they are written: a floor copied from a table is then met.

/// The share that passed, in per cent; the whole where there was nothing to pass.
pub(crate) fn percent(passed: usize, of: usize) -> f64 {
    if of == 0 {
        100.0
    } else {
        100.0 * passed as f64 / of as f64
    }
}

/// A share in per cent, to one place.
pub(crate) fn tenths(share: f64) -> f64 {
    (share * 1000.0).round() / 10.0
}
