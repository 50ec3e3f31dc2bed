//! Words: the forms of a commit gathered by lemma.
//!
//! Takes the forms, gives for each lemma the form to be shown and the sum of the counts.

use rustc_hash::FxHashMap;

use crate::analysis::Lexis;
use crate::index::FormEntry;
use crate::script::{Script, is_dependent, script_of};

/// A form that is a lemma itself is shown where it stands at least a fifth as often as the commonest
/// form: ગુજરાત rather than ગુજરાતમાં.
const LEMMA_FACTOR: u64 = 5;

/// The forms of one lemma.
pub(super) struct Word<'f> {
    /// The counts of all forms together.
    pub(super) sum: u64,
    commonest: &'f FormEntry,
    lemma: Option<&'f FormEntry>,
}

impl Word<'_> {
    /// The form to be shown.
    pub(super) fn form(&self) -> &str {
        let is_common =
            |lemma: &&FormEntry| u64::from(lemma.articles) * LEMMA_FACTOR >= u64::from(self.commonest.articles);
        &self.lemma.filter(is_common).unwrap_or(self.commonest).form
    }
}

/// Whether a form is worth completing: letters of Gujarati or Latin, more than one, no function word.
fn is_word<N>(form: &str, lexis: &mut Lexis<N>) -> bool {
    let is_letters = form.chars().next().is_some_and(|c| script_of(c) != Script::Other);
    is_letters && form.chars().filter(|&c| !is_dependent(c)).count() > 1 && !lexis.keys(form).is_stop
}

/// The words of the forms, each lemma once, without function words.
pub(super) fn words<'f, N>(forms: &'f [FormEntry], lexis: &mut Lexis<N>) -> impl Iterator<Item = Word<'f>> {
    let mut places: FxHashMap<String, usize> = FxHashMap::default();
    let mut words: Vec<Word<'f>> = Vec::new();
    for entry in forms {
        lexis.trim();
        if entry.articles == 0 || !is_word(&entry.form, lexis) {
            continue;
        }
        let keys = lexis.keys(&entry.form);
        let Some(lemma) = keys.lemmas.first() else {
            continue;
        };
        let is_lemma = lemma.key == keys.fold;
        let at = *places.entry(lemma.key.clone()).or_insert(words.len());
        if at == words.len() {
            words.push(Word {
                sum: 0,
                commonest: entry,
                lemma: None,
            });
        }
        let Some(word) = words.get_mut(at) else {
            continue;
        };
        word.sum += u64::from(entry.articles);
        if entry.articles > word.commonest.articles {
            word.commonest = entry;
        }
        if is_lemma && word.lemma.is_none_or(|known| entry.articles > known.articles) {
            word.lemma = Some(entry);
        }
    }
    words.into_iter()
}
