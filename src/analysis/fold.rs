//! Spelling fold: accepted spellings of one word get one key.
//!
//! Takes a repaired Gujarati word, gives its key. Folded are length of i and u, candra vowels, nukta,
//! the three ways to write a nasal, geminates, conjunct or open consonants inside a word, ૃ and ર, ય and
//! ઇ in loanwords, વ્હ and વ, visarga, final anusvara and halant. Never folded are dental and retroflex,
//! ન/ણ, લ/ળ, શ/સ, aspirates, length of a, and anusvara inside a word: each of those tells words apart.
//! Words that a rule would wrongly join are listed in `data/keep.tsv`, spellings that no rule can join
//! in `data/respell.tsv`. Source of the rules: the kinds of difference counted in 2,620 pairs of one word as two
//! people spelled it (Dakshina, Roark et al. 2020), and what newspapers were seen to vary.

use std::collections::HashMap;
use std::sync::LazyLock;

use crate::script::{
    ANUSVARA, CANDRABINDU, NUKTA, SIGN_CANDRA_E, SIGN_CANDRA_O, SIGN_E, SIGN_I, SIGN_II, SIGN_O, SIGN_U, SIGN_UU,
    SIGN_VOCALIC_R, VIRAMA, VISARGA, is_consonant, is_independent_vowel,
};

/// The rules that a word of `data/keep.tsv` can be kept from.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
struct Kept {
    geminate: bool,
    conjunct: bool,
    vocalic: bool,
    nasal: bool,
    last: bool,
}

impl Kept {
    fn with(mut self, rule: &str) -> Self {
        match rule {
            "geminate" => self.geminate = true,
            "conjunct" => self.conjunct = true,
            "vocalic" => self.vocalic = true,
            "nasal" => self.nasal = true,
            "final" => self.last = true,
            _ => {}
        }
        self
    }

    fn or(self, other: Self) -> Self {
        Self {
            geminate: self.geminate || other.geminate,
            conjunct: self.conjunct || other.conjunct,
            vocalic: self.vocalic || other.vocalic,
            nasal: self.nasal || other.nasal,
            last: self.last || other.last,
        }
    }
}

/// Rows of a two-scope list, found by the first two characters of the word.
struct PrefixTable<T> {
    rows: HashMap<(char, char), Vec<PrefixRow<T>>>,
}

/// A beginning or whole word, of which words it says something, and what.
type PrefixRow<T> = (Vec<char>, Scope, T);

/// Of which words a row says something.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Scope {
    /// Of all that begin so.
    Beginning,
    /// Of the word with any case endings: what the word is kept from, they do not undo.
    Forms,
    /// Of the word alone.
    Word,
}

impl Scope {
    fn parse(code: &str) -> Self {
        if code == "word" { Self::Forms } else { Self::Beginning }
    }
}

impl<T: Clone> PrefixTable<T> {
    fn new() -> Self {
        Self { rows: HashMap::new() }
    }

    fn insert(&mut self, word: Vec<char>, scope: Scope, value: T) {
        self.rows.entry(head(&word)).or_default().push((word, scope, value));
    }

    fn matching<'a>(&'a self, word: &'a [char]) -> impl Iterator<Item = (usize, &'a T)> {
        self.rows
            .get(&head(word))
            .into_iter()
            .flatten()
            .filter_map(move |(row, scope, value)| {
                let tail = word.strip_prefix(row.as_slice());
                let fits = tail.is_some_and(|tail| match scope {
                    Scope::Beginning => true,
                    Scope::Forms => is_endings(tail),
                    Scope::Word => tail.is_empty(),
                });
                fits.then_some((row.len(), value))
            })
    }
}

fn head(word: &[char]) -> (char, char) {
    (
        word.first().copied().unwrap_or('\0'),
        word.get(1).copied().unwrap_or('\0'),
    )
}

static KEEP: LazyLock<PrefixTable<Kept>> = LazyLock::new(|| {
    let mut table = PrefixTable::new();
    for [word, scope, rule, _] in rows(include_str!("data/keep.tsv")) {
        // the last letter of a word is the last of no form of it
        let scope = if rule == "final" {
            Scope::Word
        } else {
            Scope::parse(scope)
        };
        table.insert(simple_letters(word), scope, Kept::default().with(rule));
    }
    table
});

static RESPELL: LazyLock<PrefixTable<Vec<char>>> = LazyLock::new(|| {
    let mut table = PrefixTable::new();
    for [from, to, scope, _] in rows(include_str!("data/respell.tsv")) {
        table.insert(
            fold_letters(&simple_letters(from)),
            Scope::parse(scope),
            fold_letters(&simple_letters(to)),
        );
    }
    table
});

/// The four columns of each row of a list; comment lines are passed over.
fn rows(list: &'static str) -> impl Iterator<Item = [&'static str; 4]> {
    list.lines()
        .filter(|line| !line.starts_with('#') && !line.is_empty())
        .map(|line| {
            let mut columns = line.split('\t');
            std::array::from_fn(|_| columns.next().unwrap_or_default())
        })
}

/// The spelling key of a repaired Gujarati word.
///
/// ```
/// use khabar_analysis::fold;
/// assert_eq!(fold("ચૂંટણી"), fold("ચુંટણી"));
/// assert_eq!(fold("ડૉક્ટર"), fold("ડોકટર"));
/// assert_eq!(fold("હિન્દુ"), fold("હિંદુ"));
/// assert_ne!(fold("વાત"), fold("વાટ")); // talk and wait: dental and retroflex tell words apart
/// assert_ne!(fold("મા"), fold("માં")); // mother and the postposition: listed
/// ```
#[must_use]
pub fn fold(word: &str) -> String {
    let folded = fold_letters(&simple_letters(word));
    let respelt = RESPELL.matching(&folded).max_by_key(|(length, _)| *length);
    match respelt {
        Some((length, to)) => to.iter().chain(folded.get(length..).unwrap_or_default()).collect(),
        None => folded.into_iter().collect(),
    }
}

/// One character to one: lengths, candra vowels, nukta, chandrabindu; no context needed.
fn simple_letters(word: &str) -> Vec<char> {
    word.chars().filter_map(simple_letter).collect()
}

fn simple_letter(c: char) -> Option<char> {
    Some(match c {
        NUKTA | VISARGA => return None,
        CANDRABINDU => ANUSVARA,
        SIGN_II => SIGN_I,
        SIGN_UU => SIGN_U,
        SIGN_CANDRA_E => SIGN_E,
        SIGN_CANDRA_O => SIGN_O,
        'ઈ' => 'ઇ',
        'ઊ' => 'ઉ',
        'ઍ' => 'એ',
        'ઑ' => 'ઓ',
        _ => c,
    })
}

fn fold_letters(letters: &[char]) -> Vec<char> {
    let kept = KEEP
        .matching(letters)
        .fold(Kept::default(), |all, (_, &kept)| all.or(kept));
    let mut out = Vec::with_capacity(letters.len() + 2);
    let mut at = 0;
    while let Some(&c) = letters.get(at) {
        at += fold_at(letters.get(at..).unwrap_or_default(), c, kept, &mut out);
    }
    if !kept.last {
        while out.len() > 2 && matches!(out.last(), Some(&ANUSVARA | &VIRAMA)) {
            out.pop();
        }
    }
    out
}

/// Writes the key of the letters at the front of `rest`, gives how many were read.
fn fold_at(rest: &[char], c: char, kept: Kept, out: &mut Vec<char>) -> usize {
    let next = rest.get(1).copied().unwrap_or('\0');
    let after = rest.get(2).copied().unwrap_or('\0');
    if next == VIRAMA && is_consonant(c) && is_consonant(after) {
        return fold_cluster(c, after, kept, out);
    }
    match c {
        ANUSVARA => fold_anusvara(next, kept, out),
        // ર + ૃ would be ર doubled, which is one ર
        SIGN_VOCALIC_R if !kept.vocalic && out.last() == Some(&'ર') => {}
        SIGN_VOCALIC_R if !kept.vocalic => out.extend([VIRAMA, 'ર']),
        SIGN_U if !kept.vocalic && out.ends_with(&[VIRAMA, 'ર']) && !is_endings(rest.get(1..).unwrap_or_default()) => {
        }
        'ઋ' => {
            // a virama before a vowel joins nothing
            while out.last() == Some(&VIRAMA) {
                out.pop();
            }
            out.extend(['ર', SIGN_I]);
        }
        'ય' if is_glide(rest, out) => out.push('ઇ'),
        'આ' if out.last() == Some(&SIGN_I) => out.extend(['ય', '\u{0ABE}']),
        // કરિઅર, કરિયર
        'અ' if out.last() == Some(&SIGN_I) => out.push('ય'),
        _ => out.push(c),
    }
    1
}

/// Anusvara before ન, મ, ણ is a geminate written lightly (બંને, બન્ને; કિંમત, કિમ્મત).
fn fold_anusvara(next: char, kept: Kept, out: &mut Vec<char>) {
    let light = matches!(next, 'ન' | 'મ' | 'ણ') && !kept.nasal;
    if !light && out.last() != Some(&ANUSVARA) {
        out.push(ANUSVARA);
    }
}

/// `first` + virama + `second`: nasal, geminate, વ્હ, or a conjunct that may be written open.
fn fold_cluster(first: char, second: char, kept: Kept, out: &mut Vec<char>) -> usize {
    if is_homorganic(first, second) {
        fold_anusvara(second, Kept { nasal: true, ..kept }, out);
        return 2;
    }
    if is_geminate(first, second) && !kept.geminate {
        return 2;
    }
    if (first, second) == ('વ', 'હ') {
        out.push('વ');
        return 3;
    }
    out.push(first);
    let inside = out
        .iter()
        .filter(|&&c| is_consonant(c) || is_independent_vowel(c))
        .count()
        > 1;
    if !inside || kept.conjunct || matches!(second, 'ર' | 'ય') {
        out.push(VIRAMA);
    }
    2
}

/// Whether a nasal and a following consonant are commonly written with anusvara instead.
fn is_homorganic(nasal: char, next: char) -> bool {
    match nasal {
        'ઙ' => matches!(next, 'ક'..='ઘ'),
        'ઞ' => matches!(next, 'ચ'..='ઝ'),
        'ણ' => matches!(next, 'ટ'..='ઢ'),
        'મ' => matches!(next, 'પ'..='ભ'),
        'ન' => matches!(next, 'ક'..='ઘ' | 'ચ'..='ઝ' | 'ટ'..='ઢ' | 'ત'..='ધ' | 'પ'..='ભ' | 'શ'..='સ'),
        _ => false,
    }
}

/// Whether the two are one consonant doubled, or an aspirate behind its plain partner (દ્ધ, ચ્છ, ધ્ધ).
fn is_geminate(first: char, second: char) -> bool {
    let plain = |c: char| match c {
        'ખ' => 'ક',
        'ઘ' => 'ગ',
        'છ' => 'ચ',
        'ઝ' => 'જ',
        'ઠ' => 'ટ',
        'ઢ' => 'ડ',
        'થ' => 'ત',
        'ધ' => 'દ',
        'ફ' => 'પ',
        'ભ' => 'બ',
        other => other,
    };
    first == second || first == plain(second) || plain(first) == second
}

/// ય between a vowel and a consonant sounds as ઇ (વાયરસ, વાઇરસ), at the end of a word too (ટાયર, ટાયરની). Not before case
/// endings, where it closes a stem of its own (ન્યાયને, સમયમાંથી): what could be either (ડિઝાયને) the lexicon decides, see
/// [`closed_glide`].
fn is_glide(rest: &[char], out: &[char]) -> bool {
    // after ા and ો only: નિયમ, ધ્યેય and their kin sound their ય
    let after_vowel = matches!(out.last(), Some('\u{0ABE}' | 'આ' | 'ો' | 'ઓ'));
    let tail = rest.get(1..).unwrap_or_default();
    let is_before_ya = || matches!(tail, [_, VIRAMA, 'ય', ..]);
    after_vowel && tail.first().copied().is_some_and(is_consonant) && !is_before_ya() && !is_endings(tail)
}

/// Case and number endings, particles and endings that make a new word, as they stand after a stem.
const ENDINGS: [&str; 26] = [
    "ને",
    "નો",
    "નિ",
    "નુ",
    "નું",
    "ના",
    "નાં",
    "મા",
    "માં",
    "થિ",
    "જ",
    "વાળા",
    "વાળો",
    "વાળિ",
    "વાળુ",
    "વાળું",
    "ભર",
    "પૂર્વક",
    "તણા",
    "પર",
    "સુધિ",
    "રૂપે",
    "એ",
    "ઓ",
    "ે",
    "ો",
];

/// Whether letters are nothing but endings after each other.
fn is_endings(tail: &[char]) -> bool {
    let rest_after = |ending: &str| {
        let length = ending.chars().count();
        let begins = tail.iter().copied().take(length).eq(ending.chars());
        begins.then(|| tail.get(length..).unwrap_or_default())
    };
    tail.is_empty() || ENDINGS.iter().filter_map(|ending| rest_after(ending)).any(is_endings)
}

/// The other reading of a key whose ય stands before what looks like a case ending: ડિઝાયને is of ડિઝાયન, as ડિઝાઇને is, where
/// ન્યાયને is of ન્યાય.
///
/// ```
/// use khabar_analysis::{closed_glide, fold};
/// assert_eq!(closed_glide(&fold("ડિઝાયને")), Some(fold("ડિઝાઇને")));
/// assert_eq!(closed_glide(&fold("ન્યાય")), None);
/// ```
#[must_use]
pub fn closed_glide(folded: &str) -> Option<String> {
    let at = ["ાય", "ોય", "આય", "ઓય"]
        .iter()
        .filter_map(|pair| folded.rfind(pair).map(|at| at + pair.len()))
        .max()?;
    let (stem, tail) = folded.split_at_checked(at)?;
    tail.starts_with(is_consonant)
        .then(|| format!("{}ઇ{tail}", stem.strip_suffix('ય').unwrap_or(stem)))
}
