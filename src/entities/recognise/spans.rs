//! Spans: where a name begins and ends in the text.
//!
//! Takes the words of a name as they were found, gives them without the titles in front, and the byte behind the last of them
//! with the ending that is joined to it; and tells initials from other words.

use super::scene::Word;
use crate::analysis::tokens;
use crate::entities::{Bearer, EntityKind, Gazetteer};

/// The words of a listed person without the titles in front (મુખ્યમંત્રી ભૂપેન્દ્ર પટેલ); what is a part of the main name is no
/// title (યુવરાજ સિંહ).
pub(super) fn without_titles<'w>(
    text: &str,
    words: &'w [Word],
    bearers: &[Bearer],
    gazetteer: &Gazetteer,
) -> &'w [Word] {
    if !words.first().is_some_and(|word| word.cued.is_title()) {
        return words;
    }
    let mut people = bearers.iter().filter_map(|bearer| gazetteer.entity(bearer.entity));
    let Some(person) = people.find(|entity| entity.kind() == EntityKind::Person) else {
        return words;
    };
    let is_title = |word: &&Word| {
        let form = text.get(word.byte_start..word.byte_end);
        word.cued.is_title() && person.name.split(' ').next() != form
    };
    let titles = words.iter().take_while(is_title).count();
    words.get(titles.min(words.len().saturating_sub(1))..).unwrap_or(words)
}

/// Where a name ends: behind an ending that is joined to Latin letters or figures (NATOનું), and before a
/// colon that was typed as a visarga (લંડનઃ).
pub(super) fn end_of(text: &str, last: &Word, next: Option<&Word>) -> usize {
    if let Some(next) = next
        && !last.cued.is_letters
        && next.cued.is_letters
        && next.byte_start == last.byte_end
    {
        return next.byte_end;
    }
    let word = text.get(last.byte_start..last.byte_end).unwrap_or_default();
    last.byte_start + word.trim_end_matches(crate::script::VISARGA).len()
}

/// Whether a form is one letter with its cued (કે., બી.).
pub(super) fn is_one_letter(form: &str) -> bool {
    form.chars().filter(|&c| !crate::script::is_dependent(c)).count() == 1
}

/// Whether a word is an initial: one letter with a full stop. One that is a function word, too (એ), only
/// before another initial; છે ends sentences and never is.
pub(super) fn is_initial(form: &str, rest: &str, is_word: bool) -> bool {
    let Some(behind) = rest.strip_prefix('.').filter(|_| is_one_letter(form) && form != "છે") else {
        return false;
    };
    let ahead: String = behind.chars().take(8).collect();
    let next = tokens(&ahead).next();
    let goes_on = next.is_some_and(|token| {
        let has_dot = ahead.get(token.byte_end..).is_some_and(|rest| rest.starts_with('.'));
        has_dot && is_one_letter(&token.form) && token.form != "છે"
    });
    !is_word || goes_on
}
