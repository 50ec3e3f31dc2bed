//! What is left is the story.

use super::draft::Draft;
use super::page::Part;
use super::signs;

/// A longer line is a paragraph that forgot its full stop.
const LONGEST_SUBHEAD: usize = 16;

/// Step: every open line becomes a sub-head or a paragraph. Nothing is dropped here.
pub(super) fn take_the_rest(draft: &mut Draft<'_>) {
    let open = draft.open();
    for (nth, at) in open.iter().copied().enumerate() {
        let Some(unit) = draft.units.get(at) else { return };
        let is_last = nth + 1 == open.len();
        let is_short = unit.words.len() <= LONGEST_SUBHEAD && !signs::ends_sentence(unit.text);
        let is_listed = signs::bullet(unit.text).is_some();
        if is_short && !is_last && !is_listed && draft.has_prose_after(at) {
            draft.decide(at, Part::Subhead, "short line without a full stop above prose");
        } else {
            draft.decide(at, Part::Paragraph, "nothing says that it is furniture");
        }
    }
}
