//! Dates as Gujarati news pages write them.
//!
//! Takes any text, gives the first day it names and where it stands. Knows the ISO form, the form of
//! image captions (`2024 06 19T085814.469`), day-month-year in figures with Indian order, and month
//! names of both languages. Digits may be of either script. What the day means is left to the caller.

use std::collections::HashMap;
use std::ops::Range;
use std::sync::LazyLock;

use jiff::civil::Date;

/// A day and the place in the text where it is written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FoundDate {
    /// The day.
    pub date: Date,
    /// Where it is written, in bytes of the text.
    pub byte_range: Range<usize>,
}

/// The first day that the text names in full.
///
/// ```
/// use khabar::article::find_date;
/// let found = |text| find_date(text).map(|found| found.date.to_string());
/// assert_eq!(found("૨૨ ઑક્ટોબર ૨૦૨૪").as_deref(), Some("2024-10-22"));
/// assert_eq!(found("તા.05.06.2024").as_deref(), Some("2024-06-05")); // the day comes first in India
/// assert_eq!(found("Copy of તસવીર 2024 06 19T085814.469").as_deref(), Some("2024-06-19"));
/// assert_eq!(found("31/02/2024"), None);
/// ```
#[must_use]
pub fn find_date(text: &str) -> Option<FoundDate> {
    let pieces = pieces(text);
    (0..pieces.len()).find_map(|at| date_at(text, &pieces, at))
}

/// Whether the word is the name of a month, or an abbreviation of one, in either language.
///
/// ```
/// use khabar::article::is_month_name;
/// assert!(is_month_name("ઑક્ટોબર") && is_month_name("ઓક્ટોબર") && is_month_name("Oct"));
/// ```
#[must_use]
pub fn is_month_name(word: &str) -> bool {
    month_number(word).is_some()
}

/// A run of digits or of letters; what lies between them is looked up in the text.
#[derive(Debug, Clone, Copy)]
struct Piece {
    /// The value of a run of at most four digits.
    number: Option<i16>,
    digit_count: usize,
    start: usize,
    end: usize,
}

/// What one piece of a date says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Meaning {
    Year(i16),
    Small(i8),
    Month(i8),
}

fn date_at(text: &str, pieces: &[Piece], at: usize) -> Option<FoundDate> {
    let [first, second, third, ..] = pieces.get(at..)? else {
        return None;
    };
    let marked = at
        .checked_sub(1)
        .and_then(|before| pieces.get(before))
        .is_some_and(|piece| is_date_word(text, piece));
    let date = match (meaning(text, first)?, meaning(text, second)?, meaning(text, third)?) {
        (Meaning::Year(year), Meaning::Small(month) | Meaning::Month(month), Meaning::Small(day)) => {
            let spaced = third.digit_count == 2 && second.digit_count != 1;
            (spaced || joined(text, [first, second, third])).then(|| Date::new(year, month, day).ok())?
        }
        (Meaning::Small(day), Meaning::Month(month), Meaning::Year(year))
        | (Meaning::Month(month), Meaning::Small(day), Meaning::Year(year)) => Date::new(year, month, day).ok(),
        (Meaning::Small(day), Meaning::Small(month), Meaning::Year(year)) => {
            joined(text, [first, second, third]).then(|| day_month(year, month, day))?
        }
        (Meaning::Small(day), Meaning::Small(month), Meaning::Small(year)) if marked && third.digit_count == 2 => {
            joined(text, [first, second, third]).then(|| day_month(2000 + i16::from(year), month, day))?
        }
        _ => None,
    }?;
    near(text, first, second).then_some(())?;
    near(text, second, third).then_some(FoundDate {
        date,
        byte_range: first.start..third.end,
    })
}

/// Day before month, as India writes; the other way round only where the month could not be one.
fn day_month(year: i16, month: i8, day: i8) -> Option<Date> {
    Date::new(year, month, day)
        .or_else(|_| Date::new(year, day, month))
        .ok()
}

fn meaning(text: &str, piece: &Piece) -> Option<Meaning> {
    match (piece.number, piece.digit_count) {
        (Some(year @ 1800..=2100), 4) => Some(Meaning::Year(year)),
        (Some(small @ 1..=99), 1 | 2) => i8::try_from(small).ok().map(Meaning::Small),
        (Some(_), _) => None,
        (None, 0) => month_number(slice(text, piece)).map(Meaning::Month),
        (None, _) => None,
    }
}

fn month_number(word: &str) -> Option<i8> {
    // only Latin letters have a case; asking for that of Gujarati ones costs time
    MONTHS.get(word.to_ascii_lowercase().as_str()).copied()
}

static MONTHS: LazyLock<HashMap<&'static str, i8>> = LazyLock::new(|| {
    let rows = include_str!("data/months.tsv")
        .lines()
        .filter_map(|row| row.split_once('\t'));
    rows.filter_map(|(name, number)| Some((name, number.parse().ok()?)))
        .collect()
});

fn is_ordinal(word: &str) -> bool {
    matches!(word, "st" | "nd" | "rd" | "th" | "મી" | "લી" | "જી" | "થી" | "મીએ")
}

fn is_date_word(text: &str, piece: &Piece) -> bool {
    matches!(
        slice(text, piece).to_lowercase().as_str(),
        "તા" | "તારીખ" | "તાઃ" | "તારીખઃ" | "date" | "dt" | "dated"
    )
}

/// Whether the three stand together by one and the same sign: 12/02/2023, 12-02-2023, 12.2.2023.
fn joined(text: &str, [first, second, third]: [&Piece; 3]) -> bool {
    let one = text.get(first.end..second.start).unwrap_or_default().trim();
    let other = text.get(second.end..third.start).unwrap_or_default().trim();
    one == other && matches!(one, "/" | "-" | "." | "\u{2010}" | "\u{2011}" | "\u{2013}")
}

/// Whether nothing but a little space and light punctuation lies between two pieces.
fn near(text: &str, left: &Piece, right: &Piece) -> bool {
    let between = text.get(left.end..right.start).unwrap_or_default();
    between.chars().count() <= 3
        && between
            .chars()
            .all(|c| c.is_whitespace() || matches!(c, ',' | '.' | '-' | '/' | '\'' | '\u{2010}'..='\u{2019}' | 'ઃ'))
}

fn slice<'t>(text: &'t str, piece: &Piece) -> &'t str {
    text.get(piece.start..piece.end).unwrap_or_default()
}

/// The text as runs of digits and runs of letters. An ordinal's ending belongs to its digits.
fn pieces(text: &str) -> Vec<Piece> {
    let mut pieces: Vec<Piece> = Vec::new();
    for run in runs(text) {
        match pieces.last_mut() {
            Some(day) if day.digit_count > 0 && day.end == run.start && is_ordinal(slice(text, &run)) => {
                day.end = run.end
            }
            _ => pieces.push(run),
        }
    }
    pieces
}

fn runs(text: &str) -> Vec<Piece> {
    let mut runs: Vec<Piece> = Vec::new();
    for (start, c) in text.char_indices() {
        let digit = digit(c);
        if digit.is_none() && !is_letter(c) {
            continue;
        }
        match runs.last_mut() {
            Some(last) if last.end == start && (last.digit_count > 0) == digit.is_some() => last.push(digit, c),
            _ => runs.push(Piece {
                number: digit,
                digit_count: digit.iter().len(),
                start,
                end: start + c.len_utf8(),
            }),
        }
    }
    runs
}

impl Piece {
    fn push(&mut self, digit: Option<i16>, c: char) {
        self.end += c.len_utf8();
        let Some(digit) = digit else { return };
        self.digit_count += 1;
        let roomy = self.digit_count <= 4;
        self.number = self.number.filter(|_| roomy).map(|number| number * 10 + digit);
    }
}

/// The value of a digit of either script. `article` stands below `script` and may not ask it.
fn digit(c: char) -> Option<i16> {
    let zero = match c {
        '0'..='9' => '0',
        '\u{0AE6}'..='\u{0AEF}' => '\u{0AE6}',
        _ => return None,
    };
    i16::try_from(u32::from(c) - u32::from(zero)).ok()
}

fn is_letter(c: char) -> bool {
    c.is_ascii_alphabetic() || matches!(c, '\u{0A80}'..='\u{0AFF}' if c != '\u{0A83}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_of_news_pages_are_read() {
        let cases = [
            ("2024-06-19", Some("2024-06-19")),
            ("2024-06-19T08:58:14+05:30", Some("2024-06-19")),
            ("2024 06 19T085814.469", Some("2024-06-19")),
            ("2024/6/9", Some("2024-06-09")),
            ("Feb 12, 2023 10:30 AM IST", Some("2023-02-12")),
            ("12 Feb 2023 10:30 AM (IST)", Some("2023-02-12")),
            ("12th February, 2023", Some("2023-02-12")),
            ("Sept. 5, 2023", Some("2023-09-05")),
            ("12/02/2023", Some("2023-02-12")),
            ("02/25/2023", Some("2023-02-25")),
            ("રાજકોટ, તા. ૧૨-૦૨-૨૦૨૩", Some("2023-02-12")),
            ("તા.05.06.2024", Some("2024-06-05")),
            ("તાઃ ૫-૬-૨૪", Some("2024-06-05")),
            ("૨૨ ઑક્ટોબર ૨૦૨૪", Some("2024-10-22")),
            ("૨૨મી ઓક્ટોબર, ૨૦૨૪ના રોજ", Some("2024-10-22")),
            ("શનિવાર, 1 જૂન, 2024", Some("2024-06-01")),
            ("5-6-24", None),
            ("31/02/2024", None),
            ("૩૧ ફેબ્રુઆરી ૨૦૨૪", None),
            ("12 ફેબ્રુઆરી", None),
            ("1950-53ના", None),
            ("10-12 વર્ષથી 2024 સુધી", None),
            ("2022 માં 24 વર્ષ", None),
            ("10.20.30.2024", None),
            ("99999999999999999999 02 2024", None),
        ];
        for (text, day) in cases {
            assert_eq!(
                find_date(text).map(|found| found.date.to_string()).as_deref(),
                day,
                "{text}"
            );
        }
    }

    #[test]
    fn the_place_of_a_date_slices_the_text() {
        let text = "અમદાવાદ, 6 ડિસેમ્બર 2023: ગરબા";
        let found = find_date(text).unwrap();
        assert_eq!(text.get(found.byte_range), Some("6 ડિસેમ્બર 2023"));
    }
}
