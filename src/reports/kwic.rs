//! Concordance: every place where a word stands, with what stands before and behind it (keyword in context).
//!
//! Takes a request, gives lines out of the articles that hold every word: the form as it stands in the
//! text, inflected or in the other script, between its contexts, sorted by what surrounds it.

use serde::Serialize;
use unicode_segmentation::UnicodeSegmentation;

use super::order::alphabetical;
use crate::analysis::tokens;
use crate::article::{Article, Field};
use crate::entities::Recogniser;
use crate::query::{Marker, Notice, Tier, WordMark, add_mentions};
use crate::retrieval::{Archive, Asked, Deadline, Error, Request};

/// The order of lines; lines alike in it stand in the order of their articles.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum KwicSort {
    /// By the words before the form, the nearest first.
    Left,
    /// By the words behind it.
    Right,
    /// By the id of the article, then by place.
    Article,
}

/// A place where a word stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct KwicLine {
    /// The id of the article.
    pub id: String,
    /// Its day as `YYYY-MM-DD`.
    pub date: Option<String>,
    /// The field.
    pub field: &'static str,
    /// First byte of the form in the field.
    pub start: usize,
    /// The byte behind the last.
    pub end: usize,
    /// What stands before it, whole letters; line ends are shown as spaces.
    pub left: String,
    /// The word as it stands in the text.
    pub form: String,
    /// What stands behind it.
    pub right: String,
    /// The word of the query.
    pub word: String,
    /// How the form belongs to the word.
    pub tier: Tier,
}

/// The lines of a query.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Concordance {
    /// The query as typed.
    pub query: String,
    /// How many articles hold every word.
    pub articles: u64,
    /// How many places there are in them.
    pub total: u64,
    /// What there is to say about the query.
    pub notices: Vec<Notice>,
    /// As many lines as wanted, in order.
    pub lines: Vec<KwicLine>,
}

/// A line with the words that it is sorted by and the place of its field.
type Sorted = (String, usize, KwicLine);

/// The places of the words of a request, with so many letters of context on each side; as many as the
/// request's limit says.
///
/// # Errors
/// [`Error::NoWords`] where the query has no words that are searched; else as for [`Asked::new`].
pub fn kwic(archive: &dyn Archive, request: &Request, sort: KwicSort, width: usize) -> Result<Concordance, Error> {
    let mut asked = Asked::new(archive, request, Deadline::never())?;
    if asked.marker().is_empty() {
        return Err(Error::NoWords);
    }
    let limit = request.limit.most();
    let keys = asked.every()?;
    let marker = asked.marker();
    let mut recogniser = Recogniser::new(archive.gazetteer());
    let mut lines: Vec<Sorted> = Vec::new();
    let mut total = 0;
    for &article in &keys {
        let article = archive.article(article)?.article;
        for (at, (field, marks)) in places(&article, marker, &mut recogniser).into_iter().enumerate() {
            total += marks.len() as u64;
            lines.extend(marks.iter().map(|mark| {
                let line = line(&article, field, mark, marker, width);
                (key(&line, sort), at, line)
            }));
        }
        // only the first lines are wanted: the others need not be kept until the end
        if lines.len() / 2 > limit.max(10_000) {
            put_in_order(&mut lines, limit);
        }
    }
    put_in_order(&mut lines, limit);
    Ok(Concordance {
        query: request.query.clone(),
        articles: keys.len() as u64,
        total,
        notices: asked.notices(),
        lines: lines.into_iter().map(|(.., line)| line).collect(),
    })
}

fn put_in_order(lines: &mut Vec<Sorted>, limit: usize) {
    lines.sort_by(|(a_key, a_field, a), (b_key, b_field, b)| {
        // lines with nothing on that side say the least
        let by_words = a_key.is_empty().cmp(&b_key.is_empty());
        by_words
            .then_with(|| alphabetical(a_key, b_key))
            .then_with(|| a.id.cmp(&b.id))
            .then_with(|| (a_field, a.start).cmp(&(b_field, b.start)))
    });
    lines.truncate(limit);
}

/// The marks of every field that their words were asked for in; the words of a phrase or name are one.
fn places(article: &Article, marker: &Marker, recogniser: &mut Recogniser<'_>) -> Vec<(Field, Vec<WordMark>)> {
    let marks = Field::OWN.map(|field| (field, marker.find(field.of(article))));
    let mut marks = marks.to_vec();
    add_mentions(&mut marks, article, marker, recogniser);
    for (field, found) in &mut marks {
        let text = field.of(article);
        found.retain(|mark| marker.is_asked_in(mark.word, *field));
        found.dedup_by(|later, earlier| {
            let goes_on = later.word == earlier.word && is_run(text, earlier, later);
            if goes_on {
                earlier.byte_end = later.byte_end;
                earlier.tier = earlier.tier.max(later.tier);
            }
            goes_on
        });
    }
    marks
}

/// Whether two marks are words of one name or phrase: nothing but space is between them, and they are not
/// one word said twice.
fn is_run(text: &str, earlier: &WordMark, later: &WordMark) -> bool {
    let part = |from: usize, to: usize| text.get(from..to).unwrap_or_default();
    let word = part(later.byte_start, later.byte_end);
    part(earlier.byte_end, later.byte_start).chars().all(|c| c == ' ')
        && !part(earlier.byte_start, earlier.byte_end).ends_with(word)
}

fn line(article: &Article, field: Field, mark: &WordMark, marker: &Marker, width: usize) -> KwicLine {
    let text = field.of(article);
    let one_line = |part: &str| part.replace(['\n', '\t'], " ");
    let before = text.get(..mark.byte_start).unwrap_or_default();
    let behind = text.get(mark.byte_end..).unwrap_or_default();
    let left = before.grapheme_indices(true).rev().take(width).last();
    let right = behind.grapheme_indices(true).nth(width);
    KwicLine {
        id: article.id.as_str().to_owned(),
        date: article.date.map(|date| date.to_string()),
        field: field.as_str(),
        start: mark.byte_start,
        end: mark.byte_end,
        left: one_line(left.and_then(|(at, _)| before.get(at..)).unwrap_or_default()),
        form: one_line(text.get(mark.byte_start..mark.byte_end).unwrap_or_default()),
        right: one_line(right.map_or(behind, |(at, _)| behind.get(..at).unwrap_or_default())),
        word: marker.labels.get(mark.word).cloned().unwrap_or_default(),
        tier: mark.tier,
    }
}

/// The words that a line is sorted by, without the signs between them.
fn key(line: &KwicLine, sort: KwicSort) -> String {
    let words = |text: &str| -> Vec<String> { tokens(text).map(|token| token.form.into_owned()).collect() };
    match sort {
        KwicSort::Right => words(&line.right).join(" "),
        KwicSort::Left => {
            let mut words = words(&line.left);
            words.reverse();
            words.join(" ")
        }
        KwicSort::Article => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str, word: &str) -> WordMark {
        let byte_start = text.find(word).unwrap();
        WordMark {
            word: 0,
            tier: Tier::Exact,
            byte_start,
            byte_end: byte_start + word.len(),
        }
    }

    fn article(body: &str) -> Article {
        let mut article = Article::new(crate::article::ArticleId::new("a").unwrap(), "a.txt");
        article.body = body.to_owned();
        article
    }

    #[test]
    fn contexts_are_whole_letters_of_one_line() {
        let body = "કચ્છમાં રાત્રે\nભૂકંપ, પછી શાંતિ";
        let article = article(body);
        let line = line(&article, Field::Body, &found(body, "ભૂકંપ"), &Marker::default(), 3);
        assert_eq!((line.left.as_str(), line.right.as_str()), ("રાત્રે ", ", પ"));
    }

    #[test]
    fn lines_are_sorted_by_the_nearest_words() {
        let body = "આજે મોટા ભૂકંપ (પછી) શાંતિ";
        let article = article(body);
        let line = line(&article, Field::Body, &found(body, "ભૂકંપ"), &Marker::default(), 40);
        assert_eq!(key(&line, KwicSort::Right), "પછી શાંતિ");
        assert_eq!(key(&line, KwicSort::Left), "મોટા આજે");
    }

    #[test]
    fn the_words_of_a_name_are_one_place_and_a_word_said_twice_is_two() {
        let text = "રોહિત શર્માએ રન, રન કર્યા";
        assert!(is_run(text, &found(text, "રોહિત"), &found(text, "શર્માએ")));
        assert!(!is_run(text, &found(text, "શર્માએ"), &found(text, "કર્યા")));
        let twice = "ધીમે ધીમે";
        let second = WordMark {
            byte_start: "ધીમે ".len(),
            byte_end: twice.len(),
            ..found(twice, "ધીમે")
        };
        assert!(!is_run(twice, &found(twice, "ધીમે"), &second));
    }
}
