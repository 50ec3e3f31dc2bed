//! Dates in queries and filters: years, months, days and ranges of them, as day numbers.

/// The first and last day of a year, month or day, as day numbers.
#[must_use]
pub fn parse_period(text: &str) -> Option<(i64, i64)> {
    let digits: String = text
        .trim()
        .chars()
        .map(|c| crate::script::digit_value(c).map_or(c, |d| char::from(b'0' + d)))
        .collect();
    let mut parts = digits.split('-').map(str::parse::<i16>);
    let (year, month, day) = (parts.next()?.ok()?, parts.next(), parts.next());
    if parts.next().is_some() || !(1000..=9999).contains(&year) {
        return None;
    }
    let number = |part: Result<i16, _>| part.ok().and_then(|n: i16| i8::try_from(n).ok());
    let date = |month: i8, day: i8| jiff::civil::Date::new(year, month, day).ok();
    let (first, last) = match (month, day) {
        (None, _) => (date(1, 1)?, date(12, 31)?),
        (Some(month), None) => {
            let first = date(number(month)?, 1)?;
            (first, first.last_of_month())
        }
        (Some(month), Some(day)) => {
            let day = date(number(month)?, number(day)?)?;
            (day, day)
        }
    };
    Some((crate::article::day_number(first), crate::article::day_number(last)))
}

/// Years in which news can have been published: 1822 saw the first paper in Gujarati, and nobody asks for the next century.
const YEARS: std::ops::RangeInclusive<i16> = 1822..=2099;

/// The first and last day of the year that a figure may be, as day numbers.
pub(super) fn year_of(figure: &str) -> Option<(i64, i64)> {
    let is_year = figure.len() == 4 && figure.parse().is_ok_and(|year: i16| YEARS.contains(&year));
    is_year.then(|| parse_period(figure))?
}

/// A period or `from..to`, either side of which may be missing, but not both.
pub(super) fn parse_range(text: &str) -> Option<(Option<i64>, Option<i64>)> {
    let Some((from, to)) = text.split_once("..") else {
        return parse_period(text).map(|(from, to)| (Some(from), Some(to)));
    };
    if from.is_empty() && to.is_empty() {
        return None;
    }
    let first = if from.is_empty() {
        None
    } else {
        Some(parse_period(from)?.0)
    };
    let last = if to.is_empty() { None } else { Some(parse_period(to)?.1) };
    Some((first, last))
}
