//! Base forms of English words: stopped is stop, policies are a policy, won is win, labor is labour.
//!
//! Takes an English word in lower case, gives the words under which a list may have it. Whoever asks looks them
//! up in turn, so that a guess which is no word (hoped, hop) does no harm behind the right one.

use std::collections::HashMap;
use std::sync::LazyLock;

/// Words whose base no rule tells.
static IRREGULAR: LazyLock<HashMap<&'static str, Vec<&'static str>>> =
    LazyLock::new(|| crate::query::expansion::lists::rows(include_str!("../../data/irregular.tsv")).collect());

/// The least letters of a base that an ending was taken from.
const SHORTEST: usize = 2;

/// The longest word that is looked at: longer ones are no English.
const LONGEST: usize = 40;

/// Endings that British and American English write differently, one way and the other.
const SPELLINGS: [(&str, &str); 14] = [
    ("isation", "ization"),
    ("ise", "ize"),
    ("iser", "izer"),
    ("yse", "yze"),
    ("our", "or"),
    ("ourer", "orer"),
    ("tre", "ter"),
    ("bre", "ber"),
    ("ogue", "og"),
    ("amme", "am"),
    ("ence", "ense"),
    ("ller", "ler"),
    ("llment", "lment"),
    ("ll", "l"),
];

/// The forms under which a list may have an English word: the word itself, then its bases, the likeliest first,
/// then all of them in the other spelling. Comparatives only where they are listed: a number is not more numb.
///
/// ```
/// use khabar::query::bases;
/// assert_eq!(bases("stopped").get(..2), Some(&["stopped".to_owned(), "stop".to_owned()][..]));
/// assert_eq!(bases("won").get(1).map(String::as_str), Some("win"));
/// assert!(bases("cancelled").contains(&"cancel".to_owned()));
/// assert!(bases("labor").contains(&"labour".to_owned()));
/// assert!(bases("ચૂંટણી").len() == 1);
/// ```
#[must_use]
pub fn bases(word: &str) -> Vec<String> {
    let mut found = vec![word.to_owned()];
    let is_plain = |c: char| c.is_ascii_lowercase() || matches!(c, '\'' | '’' | '-');
    if word.len() > LONGEST || !word.chars().all(is_plain) {
        return found;
    }
    let owned = ["'s", "’s", "'", "’"]
        .into_iter()
        .find_map(|end| word.strip_suffix(end));
    let word = owned.unwrap_or(word);
    add(&mut found, word.to_owned());
    for base in IRREGULAR.get(word).into_iter().flatten() {
        add(&mut found, (*base).to_owned());
    }
    for base in [plural(word), past(word), present(word), adverb(word)].concat() {
        let has_vowel = base.contains(['a', 'e', 'i', 'o', 'u', 'y']);
        if base.len() >= SHORTEST && has_vowel {
            add(&mut found, base);
        }
    }
    for spelled in found.iter().flat_map(|base| other_spellings(base)).collect::<Vec<_>>() {
        add(&mut found, spelled);
    }
    found
}

fn add(found: &mut Vec<String>, base: String) {
    if !found.contains(&base) {
        found.push(base);
    }
}

/// Singulars of a plural, or the base of a verb with -s.
fn plural(word: &str) -> Vec<String> {
    if ["ss", "us", "is"].iter().any(|end| word.ends_with(end)) {
        return Vec::new();
    }
    let Some(stem) = word.strip_suffix('s') else {
        return Vec::new();
    };
    if let Some(stem) = stem.strip_suffix("ie") {
        return vec![format!("{stem}y"), format!("{stem}ie")];
    }
    if let Some(stem) = stem.strip_suffix("ve") {
        return vec![format!("{stem}ve"), format!("{stem}f"), format!("{stem}fe")];
    }
    let Some(bare) = stem.strip_suffix('e') else {
        return vec![stem.to_owned()];
    };
    let hisses = ["ss", "sh", "ch", "x", "zz", "o"].iter().any(|end| bare.ends_with(end));
    let (likelier, other) = if hisses { (bare, stem) } else { (stem, bare) };
    vec![likelier.to_owned(), other.to_owned()]
}

/// The base of a verb with -ed.
fn past(word: &str) -> Vec<String> {
    if let Some(stem) = word.strip_suffix("ied") {
        return vec![format!("{stem}y"), format!("{stem}ie")];
    }
    match word.strip_suffix("ed") {
        // agreed is agree; and speed is no past of spe
        Some(stem) if stem.ends_with('e') => vec![format!("{stem}e")],
        Some(stem) => of_stem(stem),
        None => Vec::new(),
    }
}

/// The base of a verb with -ing.
fn present(word: &str) -> Vec<String> {
    let Some(stem) = word.strip_suffix("ing") else {
        return Vec::new();
    };
    let mut found = of_stem(stem);
    found.extend(stem.strip_suffix('y').map(|short| format!("{short}ie")));
    found
}

/// The adjective of an adverb: illegally, heavily, publicly.
fn adverb(word: &str) -> Vec<String> {
    let Some(stem) = word.strip_suffix("ly").filter(|stem| stem.len() > 3) else {
        return Vec::new();
    };
    let mut found = vec![stem.to_owned()];
    found.extend(stem.strip_suffix('i').map(|short| format!("{short}y")));
    // basically, possibly
    found.extend(stem.strip_suffix("al").map(str::to_owned));
    found.push(format!("{stem}le"));
    found
}

/// What a verb may be whose ending is taken off: stopp is stop, kill is kill, arrest is arrest, hop is hope.
fn of_stem(stem: &str) -> Vec<String> {
    let (plain, with_e) = (stem.to_owned(), format!("{stem}e"));
    let mut back = stem.chars().rev();
    let (last, before, third) = (back.next(), back.next(), back.next());
    let is_vowel = |c: Option<char>| c.is_some_and(|c| matches!(c, 'a' | 'e' | 'i' | 'o' | 'u'));
    let single = (last == before && !is_vowel(last))
        .then(|| last.and_then(|letter| stem.strip_suffix(letter)))
        .flatten()
        .map(str::to_owned);
    if let Some(single) = single {
        // killed and passed are more than cancelled and gassed
        return match last {
            Some('l' | 's' | 'z' | 'f') => vec![plain, single, with_e],
            _ => vec![single, plain, with_e],
        };
    }
    // raced, urged, solved, rescued: such stems are none without their e; baked, hoped, united mostly
    let needs_e = matches!(last, Some('c' | 'v' | 'u' | 'z' | 's' | 'g')) && before != Some('n')
        || !is_vowel(last) && is_vowel(before) && !is_vowel(third) && !matches!(last, Some('w' | 'x' | 'y'));
    if needs_e {
        vec![with_e, plain]
    } else {
        vec![plain, with_e]
    }
}

/// The same word as it is spelled on the other side of the Atlantic.
fn other_spellings(word: &str) -> Vec<String> {
    let by_ending = SPELLINGS.iter().flat_map(|(british, american)| {
        let of = |from: &str, to: &str| word.strip_suffix(from).map(|stem| format!("{stem}{to}"));
        [of(british, american), of(american, british)].into_iter().flatten()
    });
    let latin = ["ae", "oe"]
        .into_iter()
        .filter(|letters| word.contains(letters))
        .map(|letters| word.replace(letters, "e"));
    by_ending.chain(latin).filter(|other| other.len() > SHORTEST).collect()
}

#[cfg(test)]
mod tests {
    use super::bases;

    /// Where the base stands: 0 is the word itself.
    fn place(word: &str, base: &str) -> Option<usize> {
        bases(word).iter().position(|found| found == base)
    }

    #[test]
    fn the_base_comes_next() {
        let cases = [
            ("elections", "election"),
            ("policies", "policy"),
            ("buses", "bus"),
            ("prices", "price"),
            ("matches", "match"),
            ("thieves", "thief"),
            ("movies", "movie"),
            ("arrested", "arrest"),
            ("killed", "kill"),
            ("stopped", "stop"),
            ("planning", "plan"),
            ("cancelled", "cancel"),
            ("canceled", "cancel"),
            ("married", "marry"),
            ("agreed", "agree"),
            ("raided", "raid"),
            ("injured", "injure"),
            ("rescued", "rescue"),
            ("dying", "die"),
            ("won", "win"),
            ("stolen", "steal"),
            ("children", "child"),
            ("women", "woman"),
            ("labor", "labour"),
            ("organised", "organize"),
            ("organizations", "organisation"),
            ("centers", "centre"),
            ("programs", "programme"),
            ("defense", "defence"),
            ("paediatric", "pediatric"),
            ("heaviest", "heavy"),
            ("illegally", "illegal"),
            ("government's", "government"),
        ];
        for (word, base) in cases {
            assert!(place(word, base).is_some(), "{word}: {:?}", bases(word));
        }
        for (word, base) in [
            ("hoped", "hope"),
            ("killed", "kill"),
            ("stopped", "stop"),
            ("prices", "price"),
        ] {
            assert_eq!(place(word, base), Some(1), "{word}: {:?}", bases(word));
        }
    }

    #[test]
    fn what_only_looks_like_an_ending_stays() {
        for (word, wrong) in [
            ("number", "numb"),
            ("forest", "for"),
            ("banner", "ban"),
            ("king", "k"),
            ("string", "str"),
            ("bus", "bu"),
            ("glass", "glas"),
            ("red", "r"),
            ("speed", "spe"),
        ] {
            assert!(place(word, wrong).is_none(), "{word}: {:?}", bases(word));
        }
    }

    #[test]
    fn any_text_is_taken() {
        for text in [
            "",
            "s",
            "ed",
            "ing",
            "'s",
            "ly",
            "ies",
            "é",
            "ચૂંટણી",
            "US",
            "a b",
            "-",
            "’",
        ] {
            assert_eq!(bases(text).first().map(String::as_str), Some(text));
        }
        assert_eq!(bases(&"s".repeat(10_000)).len(), 1);
    }
}
