//! Lines that are furniture by what they say themselves, wherever they come from.

use super::draft::{Draft, Unit};
use super::features;
use super::fields::{category_run, crumbs};
use super::page::Part;
use super::phrases::{PhraseKind, covers, find, has, is_whole, opening};
use crate::article::{find_date, is_month_name};
use crate::script::digit_value;

/// One rule: a name that `khabar parse` shows, the part it gives, and when.
struct Rule {
    name: &'static str,
    part: Part,
    holds: fn(&Unit<'_>, Place) -> bool,
}

/// Where a line stands on its page.
#[derive(Debug, Clone, Copy)]
struct Place {
    /// How many lines of any kind stand above it, empty ones left out.
    above: usize,
    /// How many lines of prose stand above it.
    prose_above: usize,
    /// Whether prose follows.
    prose_below: bool,
}

impl Place {
    /// The first line is a headline unless it is plainly something else.
    fn may_be_headline(self) -> bool {
        self.above == 0
    }

    /// Above the story: at most a summary has come.
    fn is_head(self) -> bool {
        self.prose_above <= 2
    }

    /// Outside the story, above or below.
    fn is_margin(self) -> bool {
        self.is_head() || !self.prose_below
    }
}

const fn rule(name: &'static str, part: Part, holds: fn(&Unit<'_>, Place) -> bool) -> Rule {
    Rule { name, part, holds }
}

/// A longer line is the story's whatever it says, or a caption to which the story was glued.
const LONGEST_FURNITURE: usize = 45;

/// The rules in their order: the first that holds decides. The first rule alone may take a line of any length.
static RULES: [Rule; 18] = [
    rule("image timestamp or file name", Part::Caption, is_image_name),
    rule("signs without letters", Part::Separator, is_separator),
    rule("a web address", Part::Url, is_web_address),
    rule("tags", Part::Tags, is_tags),
    rule("copyright", Part::Copyright, is_copyright),
    rule("mark of an advertisement", Part::Advertisement, is_ad_mark),
    rule("continued on another page", Part::Continuation, is_continuation),
    rule("share and follow", Part::Share, is_share),
    rule("caption or credit of a picture", Part::Caption, is_caption),
    rule("breadcrumb", Part::Category, is_breadcrumb),
    rule("day and time of publication", Part::Byline, is_publication_time),
    rule("reporter line", Part::Byline, is_reporter_line),
    rule("desk or agency", Part::Byline, is_desk),
    rule("place and day", Part::Dateline, is_dateline),
    rule("'breaking news' above the headline", Part::Kicker, is_kicker),
    rule("section in brackets", Part::Category, is_bracketed_section),
    rule("category names", Part::Category, is_category_names),
    rule("controls of the page", Part::Navigation, is_control),
];

/// Step: gives their parts to all lines that a rule takes.
pub(super) fn take_furniture(draft: &mut Draft<'_>) {
    let (mut above, mut prose_above) = (0, 0);
    let last_prose = draft.last_prose();
    for at in 0..draft.units.len() {
        let place = Place {
            above,
            prose_above,
            prose_below: last_prose > Some(at),
        };
        let Some(unit) = draft.units.get(at) else { return };
        above += usize::from(unit.part() != Some(Part::Blank));
        if !unit.is_open() {
            prose_above += usize::from(unit.part().is_some_and(|part| part == Part::Paragraph));
        } else if let Some(rule) = rule_for(unit, place) {
            draft.decide(at, rule.part, rule.name);
        } else {
            prose_above += usize::from(unit.is_prose());
        }
    }
}

fn rule_for(unit: &Unit<'_>, place: Place) -> Option<&'static Rule> {
    let count = if unit.words.len() > LONGEST_FURNITURE {
        1
    } else {
        RULES.len()
    };
    RULES.iter().take(count).find(|rule| (rule.holds)(unit, place))
}

fn is_separator(unit: &Unit<'_>, _: Place) -> bool {
    features::is_ornament_only(unit.text)
}

fn is_web_address(unit: &Unit<'_>, _: Place) -> bool {
    let is_address = ["http://", "https://", "www."]
        .iter()
        .any(|start| unit.text.to_ascii_lowercase().starts_with(start));
    is_address && !unit.text.contains(char::is_whitespace)
}

fn is_tags(unit: &Unit<'_>, place: Place) -> bool {
    let named = opening(&unit.words, PhraseKind::Tags);
    let hashed = unit.text.split_whitespace().all(|word| word.starts_with('#'));
    hashed
        || named.is_some_and(|count| !place.may_be_headline() && unit.has_colon_after(count) && !unit.is_prose())
        || named.is_some_and(|count| unit.text.contains('#') && unit.words.len() > count && !unit.is_prose())
}

fn is_copyright(unit: &Unit<'_>, place: Place) -> bool {
    let signed = unit.text.starts_with(['©', '®', '™']) || unit.text.to_ascii_lowercase().starts_with("(c) ");
    let short = unit.words.len() <= 16 && !unit.is_prose();
    (signed && unit.words.len() <= 40)
        || (has(&unit.words, PhraseKind::Copyright) && short && place.is_margin() && !place.may_be_headline())
}

fn is_ad_mark(unit: &Unit<'_>, _: Place) -> bool {
    is_whole(&unit.words, PhraseKind::Ad)
}

fn is_continuation(unit: &Unit<'_>, place: Place) -> bool {
    let named = opening(&unit.words, PhraseKind::Continuation).is_some();
    named
        && unit.words.len() <= 8
        && !place.may_be_headline()
        && (unit.text.starts_with(['(', '[', '*', '-']) || !unit.is_prose())
}

fn is_share(unit: &Unit<'_>, place: Place) -> bool {
    let networks = has(&unit.words, PhraseKind::Network);
    let only_names =
        networks && covers(&unit.words, &[PhraseKind::Network, PhraseKind::Share]) && unit.words.len() >= 2;
    let only_call = unit.words.len() <= 4
        && covers(&unit.words, &[PhraseKind::Share, PhraseKind::Call, PhraseKind::Us])
        && has(&unit.words, PhraseKind::Call);
    let calls = has(&unit.words, PhraseKind::Call) && networks && !place.may_be_headline();
    let addressed = has(&unit.words, PhraseKind::Us);
    only_names
        || (only_call && !place.may_be_headline())
        || (calls && ((addressed && unit.words.len() <= 30) || (unit.words.len() <= 8 && !unit.is_prose())))
}

/// The stamp of an image editor, `2024 06 19T085814.469`, or a file's ending.
fn is_image_name(unit: &Unit<'_>, _: Place) -> bool {
    let named = opening(&unit.words, PhraseKind::ImageName).is_some() && !unit.is_prose();
    let figures = unit.words.iter().any(features::Word::is_digits);
    let stamped = unit.words.iter().any(|word| is_clock_stamp(&word.folded));
    let is_file = unit.words.len() <= 12
        && unit
            .words
            .last()
            .is_some_and(|word| is_whole(std::slice::from_ref(word), PhraseKind::ImageExtension));
    stamped
        || (named && (figures || unit.words.len() >= 2) && !unit.text.contains(':'))
        || (is_file && unit.text.contains('.'))
}

/// `19T085814`, or `T085814`: a time of day without colons.
pub(super) fn is_clock_stamp(word: &str) -> bool {
    let Some((day, time)) = word.split_once('t') else {
        return false;
    };
    day.len() <= 8
        && day.bytes().all(|b| b.is_ascii_digit())
        && (4..=9).contains(&time.len())
        && time.bytes().all(|b| b.is_ascii_digit())
}

fn is_caption(unit: &Unit<'_>, place: Place) -> bool {
    let credited = opening(&unit.words, PhraseKind::PhotoBy).is_some_and(|count| {
        unit.has_colon_after(count) || unit.gap_after(count).contains(',') || unit.words.len() <= 4
    });
    let named = opening(&unit.words, PhraseKind::Photo).is_some_and(|count| unit.has_colon_after(count));
    let is_kind =
        has(&unit.words, PhraseKind::Photo) && has(&unit.words, PhraseKind::PhotoKind) && unit.words.len() <= 7;
    let is_bare = covers(
        &unit.words,
        &[PhraseKind::Photo, PhraseKind::PhotoKind, PhraseKind::PhotoBy],
    ) && unit.words.len() <= 4;
    if place.may_be_headline() {
        return is_bracketed(unit) && (is_kind || is_bare);
    }
    ((credited || named) && unit.words.len() <= 40)
        || ((is_kind || is_bare) && !features::ends_with_full_stop(unit.text))
}

fn is_bracketed(unit: &Unit<'_>) -> bool {
    let pairs = [('(', ')'), ('[', ']'), ('【', '】'), ('<', '>')];
    pairs
        .iter()
        .any(|(open, close)| unit.text.starts_with(*open) && unit.text.ends_with(*close))
}

fn is_breadcrumb(unit: &Unit<'_>, _: Place) -> bool {
    crumbs(unit).is_some()
}

/// A date with a time of day, or `3 કલાક પહેલા`, and little else.
fn is_publication_time(unit: &Unit<'_>, place: Place) -> bool {
    let clock = unit.words.windows(2).any(|pair| match pair {
        [figure, word] => figure.is_digits() && is_whole(std::slice::from_ref(word), PhraseKind::Clock),
        _ => false,
    });
    let stamped = clock || has_clock(unit.text);
    let is_ago =
        unit.words.len() <= 6 && find(&unit.words, PhraseKind::Ago).is_some_and(|ago| ago.end == unit.words.len());
    if is_ago && !place.may_be_headline() && place.is_head() && unit.text.chars().any(|c| digit_value(c).is_some()) {
        return true;
    }
    stamped && unit.words.len() <= 20 && !unit.is_prose() && find_date(unit.text).is_some()
}

/// `10:30`, in figures of either script.
fn has_clock(text: &str) -> bool {
    text.match_indices([':', '.']).any(|(at, sign)| {
        let digits = |part: &str, last: bool| {
            let is_digit = |c: &char| digit_value(*c).is_some();
            if last {
                part.chars().rev().take_while(is_digit).count()
            } else {
                part.chars().take_while(is_digit).count()
            }
        };
        let before = digits(text.get(..at).unwrap_or_default(), true);
        let after = digits(text.get(at + sign.len()..).unwrap_or_default(), false);
        sign == ":" && (1..=2).contains(&before) && after == 2
    })
}

/// `By …`, `Written by: …`, `Updated: …`
fn is_reporter_line(unit: &Unit<'_>, place: Place) -> bool {
    let Some(count) = opening(&unit.words, PhraseKind::Byline) else {
        return false;
    };
    let colon = unit.has_colon_after(count) || unit.gap_after(count).contains(['|', '-', '–']);
    let dated = find_date(unit.text).is_some() || has(&unit.words, PhraseKind::Desk);
    let latin = unit.words.first().is_some_and(features::Word::is_latin_or_digits);
    let short = unit.words.len() <= 20 && !unit.is_prose();
    let is_line = (colon && unit.words.len() <= 12) || dated || (latin && unit.words.len() <= 6);
    short && is_line && place.is_margin() && (dated || !place.may_be_headline())
}

/// `ન્યૂઝ ડેસ્ક, અમદાવાદ`, `(એજન્સી) નવી દિલ્હી`
fn is_desk(unit: &Unit<'_>, place: Place) -> bool {
    let desk = find(&unit.words, PhraseKind::Desk);
    let at_edge = desk.is_some_and(|at| at.start == 0 || at.end == unit.words.len() || is_bracketed(unit));
    let agency = opening(&unit.words, PhraseKind::Agency).is_some_and(|count| {
        unit.text.starts_with(['(', '[']) && unit.gap_after(count).contains([')', ']'])
            || unit.gap_after(count).contains([',', '/'])
    });
    let only_agencies =
        covers(&unit.words, &[PhraseKind::Agency, PhraseKind::Desk]) && (is_bracketed(unit) || !unit.has_gujarati());
    let short = unit.words.len() <= 6 && !unit.is_prose();
    short && (at_edge || agency || only_agencies) && place.is_margin() && !place.may_be_headline()
}

/// `રાજકોટ, રવિવાર, તા.૧૨/૦૨/૨૦૨૩`: a day at the end of the line and little before it. Above or below the story only,
/// for within it a day on a line of its own is a sub-head.
fn is_dateline(unit: &Unit<'_>, place: Place) -> bool {
    let end = find_date(unit.text)
        .map(|found| found.byte_range.end)
        .or_else(|| end_of_day_and_month(unit));
    let Some(end) = end else { return false };
    let rest: Vec<_> = unit
        .words
        .iter()
        .filter(|word| word.range.start >= end)
        .cloned()
        .collect();
    let ends_there = rest.is_empty()
        || covers(
            &rest,
            &[
                PhraseKind::Weekday,
                PhraseKind::Clock,
                PhraseKind::Agency,
                PhraseKind::Desk,
            ],
        );
    let before = unit.words.iter().filter(|word| word.range.end <= end).count();
    let marked = has(&unit.words, PhraseKind::Dated)
        || has(&unit.words, PhraseKind::Weekday)
        || unit.text.contains(',')
        || before <= 3;
    ends_there && marked && before <= 11 && place.is_margin() && !place.may_be_headline()
}

/// `નવી દિલ્હી, તા. 12 ફેબ્રુઆરી`: a day without a year ends here.
fn end_of_day_and_month(unit: &Unit<'_>) -> Option<usize> {
    let [.., day, month] = unit.words.as_slice() else {
        return None;
    };
    let name = unit.text.get(month.range.clone())?;
    let is_day = day.is_digits() && day.folded.len() <= 2;
    (is_day && is_month_name(name) && unit.text.contains([',', ':'])).then_some(month.range.end)
}

/// `[રમતગમત]`
fn is_bracketed_section(unit: &Unit<'_>, place: Place) -> bool {
    let known = category_run(unit).is_some();
    is_bracketed(unit) && unit.words.len() <= 4 && place.is_head() && (known || place.above <= 1)
}

/// `Top Stories World`. A single Gujarati name below the first paragraphs may be a sub-head.
fn is_category_names(unit: &Unit<'_>, place: Place) -> bool {
    let Some(names) = category_run(unit) else { return false };
    let plain = names.len() >= 2 || !unit.has_gujarati();
    unit.words.len() <= 8 && place.is_margin() && place.prose_below && (plain || place.prose_above <= 1)
}

fn is_control(unit: &Unit<'_>, place: Place) -> bool {
    let covered = covers(
        &unit.words,
        &[PhraseKind::Chrome, PhraseKind::Share, PhraseKind::Network],
    ) && has(&unit.words, PhraseKind::Chrome);
    covered && unit.words.len() <= 8 && !place.may_be_headline() || is_whole(&unit.words, PhraseKind::Chrome)
}

fn is_kicker(unit: &Unit<'_>, place: Place) -> bool {
    is_whole(&unit.words, PhraseKind::Kicker) && place.above <= 1 && place.prose_below
}
