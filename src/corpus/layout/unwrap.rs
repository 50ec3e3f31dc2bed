//! Joins the lines of a paragraph that was broken to a fixed width.

use std::ops::Range;

use super::draft::{Draft, Unit};
use super::features;
use super::phrases::{PhraseKind, opening};

/// No terminal or editor breaks wider than this, while paragraphs on one line are longer as a rule.
const WIDEST: usize = 120;
/// Shorter lines are lists or verses.
const NARROWEST: usize = 45;

/// Step: makes one unit of lines that stand without an empty line between them and all but the last are of one width.
pub(super) fn join_wrapped_lines(draft: &mut Draft<'_>) {
    let mut end = draft.units.len();
    while end > 0 {
        let start = draft
            .units
            .iter()
            .take(end)
            .rposition(|unit| !unit.is_open())
            .map_or(0, |blank| blank + 1);
        if is_wrapped(draft, start..end) {
            draft.join(start..end);
        }
        end = start.saturating_sub(1);
    }
}

fn is_wrapped(draft: &Draft<'_>, block: Range<usize>) -> bool {
    let Some([lines @ .., last]) = draft.units.get(block) else {
        return false;
    };
    let widths = || lines.iter().map(|unit| unit.text.chars().count());
    let (Some(widest), Some(narrowest)) = (widths().max(), widths().min()) else {
        return false;
    };
    lines.len() >= 2
        && (NARROWEST..=WIDEST).contains(&widest)
        && narrowest * 5 >= widest * 4
        && last.text.chars().count() <= widest
        && features::ends_sentence(last.text)
        && lines.iter().filter(|unit| features::ends_sentence(unit.text)).count() * 3 <= lines.len()
        && !lines.iter().chain([last]).any(stands_alone)
}

/// List lines and links are lines of their own, however alike their lengths are.
fn stands_alone(unit: &Unit<'_>) -> bool {
    features::bullet(unit.text).is_some() || opening(&unit.words, PhraseKind::Link).is_some()
}
