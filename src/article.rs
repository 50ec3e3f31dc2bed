//! What an article is: its id, its categories, its fields, its date, and where its sentences end.
//!
//! Takes text that somebody else has read, gives values that are valid by construction: an id is never
//! empty, a category is always a slug, a date is a day that exists, and no text holds a character that
//! a terminal would obey. Reads no file; finding the parts of a page is the work of [`crate::corpus`].

mod dates;
mod fields;
mod sentences;

use std::borrow::Cow;
use std::collections::HashMap;
use std::fmt;
use std::sync::LazyLock;

use jiff::civil::Date;
use serde::{Serialize, Serializer};

pub use dates::{FoundDate, find_date, is_month_name};
pub use fields::{Field, FieldSet};
pub(crate) use sentences::CLOSERS;
pub use sentences::{sentence_end_at, sentence_ends};

/// Days from 1970-01-01 to a date.
///
/// ```
/// use khabar::article::{date_of_day, day_number};
/// let date = jiff::civil::date(2024, 6, 19);
/// assert_eq!(day_number(date), 19_893);
/// assert_eq!(date_of_day(19_893), Some(date));
/// ```
#[must_use]
pub fn day_number(date: Date) -> i64 {
    let epoch = Date::constant(1970, 1, 1);
    date.duration_since(epoch).as_secs().div_euclid(86_400)
}

/// The date that lies so many days after 1970-01-01, where the calendar has it.
#[must_use]
pub fn date_of_day(day: i64) -> Option<Date> {
    let span = jiff::Span::new().try_days(day).ok()?;
    Date::constant(1970, 1, 1).checked_add(span).ok()
}

/// The name by which an article is known in the index, in answers and to `khabar show`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Default)]
#[serde(transparent)]
pub struct ArticleId(String);

impl ArticleId {
    /// An id of this text without surrounding space and control characters; `None` where nothing is left.
    ///
    /// ```
    /// use khabar::article::ArticleId;
    /// assert_eq!(ArticleId::new(" zee-460257\n").unwrap().as_str(), "zee-460257");
    /// assert!(ArticleId::new(" \u{7} ").is_none());
    /// ```
    #[must_use]
    pub fn new(text: &str) -> Option<Self> {
        let text = field(text);
        (!text.is_empty()).then_some(Self(text))
    }

    /// The id as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for ArticleId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// A news category, held as its slug: `world`, `top-stories`, `magazine/anavrut`.
///
/// Names of one category in both languages meet in one slug; a name that is not in the table becomes
/// a slug of its own and keeps its script.
///
/// ```
/// use khabar::article::Category;
/// let slug = |name| Category::parse(name).map(|c| c.as_str().to_owned());
/// assert_eq!(slug("આંતરરાષ્ટ્રીય").as_deref(), Some("world"));
/// assert_eq!(slug("Tech").as_deref(), Some("technology"));
/// assert_eq!(slug("magazine/anavrut").as_deref(), Some("magazine/anavrut"));
/// assert_eq!(slug("હળવી વાતો").as_deref(), Some("હળવી-વાતો")); // unknown, kept as it is written
/// assert_eq!(slug(" - "), None);
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
#[serde(transparent)]
pub struct Category(String);

impl Category {
    /// The category of this name, in Gujarati or English; `None` where the name holds no letter or digit.
    #[must_use]
    pub fn parse(name: &str) -> Option<Self> {
        let slug = slug(name);
        if slug.is_empty() {
            return None;
        }
        Some(Self(SLUGS.get(&slug).map_or(slug, |known| (*known).to_owned())))
    }

    /// The category of this name where the table knows it.
    ///
    /// ```
    /// use khabar::article::Category;
    /// assert!(Category::find("રમતગમત").is_some());
    /// assert!(Category::find("મોરબી").is_none()); // a town in a breadcrumb
    /// ```
    #[must_use]
    pub fn find(name: &str) -> Option<Self> {
        SLUGS.get(&slug(name)).map(|known| Self((*known).to_owned()))
    }

    /// The slugs of the table, sorted, each once: what an error can offer instead of a wrong name.
    ///
    /// ```
    /// use khabar::article::Category;
    /// assert!(Category::known().contains(&"weather"));
    /// ```
    #[must_use]
    pub fn known() -> Vec<&'static str> {
        let mut slugs: Vec<_> = SLUGS.values().copied().collect();
        slugs.sort_unstable();
        slugs.dedup();
        slugs
    }

    /// The Gujarati name of a slug of the table.
    ///
    /// ```
    /// use khabar::article::Category;
    /// assert_eq!(Category::gujarati_name("world"), Some("આંતરરાષ્ટ્રીય"));
    /// assert_eq!(Category::gujarati_name("magazine/anavrut"), None);
    /// ```
    #[must_use]
    pub fn gujarati_name(slug: &str) -> Option<&'static str> {
        NAMES.get(slug).copied()
    }

    /// The slug as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Category {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// The slug of every name in the table, by the name's own slug.
static SLUGS: LazyLock<HashMap<String, &'static str>> = LazyLock::new(|| {
    let rows = include_str!("article/data/categories.tsv")
        .lines()
        .filter(|line| !line.starts_with('#'));
    rows.filter_map(|row| row.split_once('\t'))
        .map(|(name, known)| (slug(name), known))
        .collect()
});

/// The Gujarati name of every slug in the table.
static NAMES: LazyLock<HashMap<&'static str, &'static str>> = LazyLock::new(|| {
    let rows = include_str!("article/data/category_names.tsv")
        .lines()
        .filter(|line| !line.starts_with('#'));
    rows.filter_map(|row| row.split_once('\t')).collect()
});

/// Lower case, one hyphen for any run of spaces, underscores and signs; '/' stays, for it names a section within one.
fn slug(name: &str) -> String {
    let mut slug = String::with_capacity(name.len());
    for c in readable(name).chars() {
        match c {
            '/' => {
                slug.truncate(slug.trim_end_matches(['-', '/']).len());
                slug.push('/');
            }
            c if c.is_ascii_punctuation() || c.is_whitespace() || is_dash_or_bullet(c) => {
                if !slug.ends_with(['-', '/']) && !slug.is_empty() {
                    slug.push('-');
                }
            }
            c if is_joiner(c) => {}
            c => slug.extend(c.to_lowercase()),
        }
    }
    slug.trim_matches(['-', '/']).to_owned()
}

fn is_dash_or_bullet(c: char) -> bool {
    matches!(c, '\u{2010}'..='\u{2027}' | '\u{00AB}' | '\u{00BB}' | '\u{00B7}' | '\u{25A0}'..='\u{25FF}')
}

fn is_joiner(c: char) -> bool {
    matches!(c, '\u{200B}'..='\u{200D}' | '\u{FEFF}' | '\u{00AD}')
}

/// One news article as it is shown and indexed. The texts are kept as they were written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Article {
    /// The name of the article.
    pub id: ArticleId,
    /// Where it was read; ends in the file's name.
    pub path: String,
    /// The headline, in Gujarati as a rule.
    pub headline: String,
    /// The Latin headline that some pages put before the Gujarati one.
    pub headline_latin: String,
    /// The summary or the deck lines.
    pub summary: String,
    /// The paragraphs and sub-heads of the story, with an empty line between them.
    pub body: String,
    /// The headlines of other stories that the page links to.
    pub related: Vec<String>,
    /// The categories, in the page's order.
    pub category: Vec<Category>,
    /// The day of publication, as the page tells it.
    #[serde(serialize_with = "iso_date")]
    pub date: Option<Date>,
    /// The address of the page.
    pub url: Option<String>,
    /// Who published it.
    pub source: Option<String>,
}

impl Article {
    /// An article with this id and path, and nothing in it yet.
    ///
    /// ```
    /// use khabar::article::{Article, ArticleId};
    /// let article = Article::new(ArticleId::new("corpus/a.txt").unwrap(), "corpus/a.txt");
    /// assert!(article.is_empty());
    /// ```
    #[must_use]
    pub fn new(id: ArticleId, path: &str) -> Self {
        Self {
            id,
            path: field(path),
            headline: String::new(),
            headline_latin: String::new(),
            summary: String::new(),
            body: String::new(),
            related: Vec::new(),
            category: Vec::new(),
            date: None,
            url: None,
            source: None,
        }
    }

    /// Whether there is neither headline nor summary nor body: nothing that a search could find.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        [&self.headline, &self.headline_latin, &self.summary, &self.body]
            .iter()
            .all(|text| text.is_empty())
    }
}

fn iso_date<S: Serializer>(date: &Option<Date>, serializer: S) -> Result<S::Ok, S::Error> {
    match date {
        Some(date) => serializer.collect_str(date),
        None => serializer.serialize_none(),
    }
}

/// The text as a field of an article holds it: [`readable`], without surrounding space.
///
/// ```
/// use khabar::article::field;
/// assert_eq!(field("\u{FEFF} ખબર\u{1b}[31m છે\r\n"), "ખબર છે");
/// ```
#[must_use]
pub fn field(text: &str) -> String {
    let text = readable(text);
    text.trim_matches(|c: char| c.is_whitespace() || matches!(c, '\u{FEFF}' | '\u{200B}'))
        .to_owned()
}

/// The text without what a terminal would obey: escape sequences, control characters other than newline
/// and tab, and the signs that turn the direction of writing. Line ends of other systems become newlines.
/// Joiners stay, for they belong to the writing of Gujarati.
///
/// ```
/// use khabar::article::readable;
/// assert_eq!(readable("મોદી\u{1b}[2J\u{7}એ\r\nકહ્યું"), "મોદીએ\nકહ્યું");
/// assert_eq!(readable("ક્\u{200d}ષ"), "ક્\u{200d}ષ");
/// ```
#[must_use]
pub fn readable(text: &str) -> Cow<'_, str> {
    if !text.chars().any(is_unwanted) {
        return Cow::Borrowed(text);
    }
    let mut clean = String::with_capacity(text.len());
    let mut rest = text.chars();
    while let Some(c) = rest.next() {
        match c {
            '\r' if rest.as_str().starts_with('\n') => {}
            '\r' | '\u{0B}' | '\u{0C}' | '\u{85}' | '\u{2028}' | '\u{2029}' => clean.push('\n'),
            '\u{1B}' | '\u{9B}' => {
                let left = rest.as_str();
                rest = left.get(escape_length(c, left)..).unwrap_or_default().chars();
            }
            c if is_unwanted(c) => {}
            c => clean.push(c),
        }
    }
    Cow::Owned(clean)
}

fn is_unwanted(c: char) -> bool {
    match c {
        '\n' | '\t' => false,
        '\u{2028}'..='\u{202E}' | '\u{2066}'..='\u{2069}' => true,
        c => c.is_control(),
    }
}

/// How many bytes after an escape belong to its sequence. An unended one takes nothing, so that no story is lost by it.
fn escape_length(escape: char, rest: &str) -> usize {
    let mut bytes = rest.bytes();
    let parameters = match (escape, bytes.next()) {
        ('\u{9B}', _) => rest,
        (_, Some(b'[')) => rest.get(1..).unwrap_or_default(),
        (_, Some(b']' | b'P' | b'X' | b'^' | b'_')) => return string_sequence_length(rest),
        (_, Some(b'(' | b')' | b'#')) => return rest.chars().take(2).map(char::len_utf8).sum(),
        (_, Some(b'0'..=b'Z' | b'a'..=b'z' | b'\\')) => return 1,
        _ => return 0,
    };
    let opening = rest.len() - parameters.len();
    match parameters.bytes().position(|b| !(b' '..=b'?').contains(&b)) {
        Some(end)
            if parameters
                .as_bytes()
                .get(end)
                .is_some_and(|b| (b'@'..=b'~').contains(b)) =>
        {
            opening + end + 1
        }
        _ => opening,
    }
}

/// The length of a sequence that carries text (a title, a link) and ends in BEL or escape-backslash, on the same line.
fn string_sequence_length(rest: &str) -> usize {
    let line = rest.split('\n').next().unwrap_or_default();
    let bell = line.find('\u{7}').map(|at| at + 1);
    let string_end = line.find("\u{1b}\\").map(|at| at + 2);
    match (bell, string_end) {
        (Some(a), Some(b)) => a.min(b),
        (one, other) => one.or(other).unwrap_or(1),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parsing_a_slug_gives_the_same_category() {
        for name in [
            "Top Stories",
            "દેશ-વિદેશ",
            "magazine / anavrut",
            "Art & Culture",
            "  રમત ગમત ",
            "x//y",
        ] {
            let once = Category::parse(name).unwrap();
            assert_eq!(Category::parse(once.as_str()), Some(once));
        }
    }

    #[test]
    fn every_known_slug_has_a_gujarati_name_that_is_read_as_it() {
        for slug in Category::known() {
            let name = Category::gujarati_name(slug).unwrap_or(slug);
            assert!(!name.is_ascii(), "{slug}");
            assert_eq!(Category::parse(name).unwrap().as_str(), slug);
        }
    }

    #[test]
    fn every_known_slug_is_a_name_of_itself() {
        for slug in Category::known() {
            assert_eq!(Category::parse(slug).unwrap().as_str(), slug);
        }
    }

    #[test]
    fn escapes_go_and_what_follows_them_stays() {
        let cases = [
            ("\u{1b}]0;title\u{7}ખબર", "ખબર"),
            ("\u{1b}]8;;http://x\u{1b}\\ખબર", "ખબર"),
            ("\u{1b}]0;ખબર", "0;ખબર"),
            ("\u{1b}[38;5;1mલાલ\u{1b}[0m", "લાલ"),
            ("\u{9b}1mલાલ", "લાલ"),
            ("\u{1b}ખબર", "ખબર"),
            ("\u{1b}(Bખબર", "ખબર"),
            ("અ\u{202e}બ", "અબ"),
            ("અ\rબ", "અ\nબ"),
        ];
        for (written, read) in cases {
            assert_eq!(readable(written), read);
        }
    }
}
