//! Roles: the words that go with a person, as newspapers write them.

use super::names::name_key;
use crate::analysis::Lexis;

/// How newspapers write the roles of people; the list of people names them by these ids.
const ROLES: [(&str, &str); 7] = [
    ("prime-minister", "વડાપ્રધાન|પ્રધાનમંત્રી|પીએમ|PM"),
    ("president", "રાષ્ટ્રપતિ|પ્રમુખ"),
    ("chief-minister", "મુખ્યમંત્રી|સીએમ|CM"),
    ("minister", "મંત્રી|પ્રધાન"),
    ("cricketer", "ક્રિકેટર|બેટ્સમેન|બોલર|કેપ્ટન|ઓલરાઉન્ડર"),
    ("actor", "અભિનેતા|અભિનેત્રી|એક્ટર|એક્ટ્રેસ"),
    ("singer", "ગાયક|ગાયિકા|સિંગર"),
];

/// The keys of the words that go with a person, with `|` between: of words and ids of roles as the list has them.
pub(super) fn keys_of_words(words: &str, lexis: &mut Lexis) -> String {
    let written = words.split('|').flat_map(in_the_paper);
    let keys: Vec<String> = written.filter_map(|word| name_key(word, lexis)).collect();
    keys.join("|")
}

/// The words for a role, or the word itself.
fn in_the_paper(word: &str) -> std::str::Split<'_, char> {
    let role = ROLES.iter().find(|(id, _)| *id == word);
    role.map_or(word, |(_, words)| words).split('|')
}
