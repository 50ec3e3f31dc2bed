//! Honorifics: what is written on to a name out of respect.
//!
//! Takes what stands before an honorific, says whether it is a name, and which.

use super::class::{Class, Entry};
use super::lexicon;
use super::stem;
use crate::script::letter_count;

/// Honorifics that stand behind names only.
pub(super) const HONORIFICS: [&str; 7] = ["ભાઇ", "બહેન", "બેન", "બાપુ", "જિ", "બા", "શ્રિ"];

/// The name that an honorific is taken off, and what it costs to believe in. ભાઈ and બેન are taken off
/// unknown names too; જી and બા only off names and words of kinship that the lexicon has (બેનર્જી is no
/// બેનર with જી).
pub(super) fn honoured(base: &str, honorific: &str) -> Option<(String, i32, Entry)> {
    let is_open = matches!(honorific, "ભાઇ" | "બેન" | "બહેન");
    let Some(entry) = lexicon::entry(base) else {
        return match honorific {
            "જિ" if base.ends_with("સિંહ") => Some((base.to_owned(), 10, Entry::default())),
            _ if is_open && base.chars().count() > 2 => Some((stem::cut(base), 40, Entry::default())),
            _ => None,
        };
    };
    let is_goddess = (base, honorific) == ("માતા", "જિ");
    let is_name = entry.has_any(&[Class::Name, Class::NamePart]) && !is_goddess;
    let is_name = is_name || (honorific == "જિ" && is_kin(base));
    let cost = match (is_name, is_open && letter_count(base) > 1) {
        (true, _) => 8,
        (false, true) => 12,
        (false, false) => return None,
    };
    Some((base.to_owned(), cost, entry))
}

/// Words of kinship that stay what they are with -જી; માતાજી is a goddess.
fn is_kin(base: &str) -> bool {
    [
        "પિતા",
        "દાદા",
        "કાકા",
        "મામા",
        "ગુરુ",
        "સ્વામિ",
        "બાપુ",
        "ગાંધિ",
        "દિદિ",
        "નાના",
    ]
    .contains(&base)
}
