//! What is left is the story.

use super::draft::Draft;
use super::features;
use super::page::Part;

/// A longer line is a paragraph that forgot its full stop.
const LONGEST_SUBHEAD: usize = 16;

/// Step: every open line becomes a sub-head or a paragraph. Nothing is dropped here.
pub(super) fn take_the_rest(draft: &mut Draft<'_>) {
    let last_prose = draft.last_prose();
    for at in draft.open() {
        let Some(unit) = draft.units.get(at) else { return };
        let is_short = unit.words.len() <= LONGEST_SUBHEAD && !features::ends_sentence(unit.text);
        let is_listed = features::bullet(unit.text).is_some();
        if is_short && !is_listed && last_prose > Some(at) {
            draft.decide(at, Part::Subhead, "short line without a full stop above prose");
        } else {
            draft.decide(at, Part::Paragraph, "nothing says that it is furniture");
        }
    }
}
