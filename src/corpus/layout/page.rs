//! What the page parser gives.

use std::fmt;
use std::ops::Range;

use jiff::civil::Date;
use serde::{Serialize, Serializer};

use crate::article::Category;
use crate::corpus::record::Note;

/// A page that was read: the fields of its article, and what became of every line.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Page {
    /// Every line, or piece of a line, in order.
    pub lines: Vec<PageLine>,
    /// The headline; empty where the page has none.
    pub headline: String,
    /// The Latin headline beside it.
    pub headline_latin: String,
    /// The summary or deck lines, a line each.
    pub summary: String,
    /// Paragraphs and sub-heads, an empty line between them.
    pub body: String,
    /// Headlines of other stories.
    pub related: Vec<String>,
    /// Categories in the page's order, each once.
    pub category: Vec<Category>,
    /// The day of publication.
    #[serde(serialize_with = "as_text")]
    pub date: Option<Date>,
    /// Where that day was found.
    pub date_found_in: Option<DateSource>,
    /// The address of the page, where it names one.
    pub url: Option<String>,
    /// The publisher, where the page names one.
    pub source: Option<String>,
    /// What could not be understood.
    #[serde(serialize_with = "each_as_text")]
    pub notes: Vec<Note>,
}

/// One line of a page, or a piece of a line that was cut.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PageLine {
    /// The line, counted from 1; pieces of one line have the same number.
    pub number: u64,
    /// Where the piece stands, in bytes of the page.
    pub byte_range: Range<usize>,
    /// The part that it plays.
    pub part: Part,
    /// The rule that decided.
    pub rule: &'static str,
    /// The text, safe to print.
    pub text: String,
}

/// Where the date of a page was found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct DateSource {
    /// The line, counted from 1.
    pub line: u64,
    /// The part that this line plays.
    pub part: Part,
    /// The date as it is written there.
    pub text: String,
}

/// The part that a line plays on a page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Part {
    /// An empty line.
    Blank,
    /// The headline.
    Headline,
    /// The Latin headline beside the Gujarati one.
    HeadlineLatin,
    /// A summary or deck line.
    Summary,
    /// A paragraph of the story.
    Paragraph,
    /// A sub-head within the story.
    Subhead,
    /// Category names or a breadcrumb.
    Category,
    /// A date behind a label.
    Date,
    /// A line of place and date alone.
    Dateline,
    /// Reporter, desk, agency, time of publication.
    Byline,
    /// The publisher, behind a label.
    Source,
    /// The address of the page.
    Url,
    /// A picture's caption, credit or file name.
    Caption,
    /// An advertisement or its mark.
    Advertisement,
    /// The words that announce a link.
    LinkMarker,
    /// The headline of another story.
    Related,
    /// Words to share, follow or join.
    Share,
    /// Tags.
    Tags,
    /// Copyright and the like.
    Copyright,
    /// 'Continued on page 4'.
    Continuation,
    /// Controls of the page: menus, counters, reading time.
    Navigation,
    /// 'Breaking news' above the headline.
    Kicker,
    /// The name of a part, before the part.
    Label,
    /// A repetition of the headline or the summary.
    Repeat,
    /// Signs without letters.
    Separator,
}

impl Part {
    /// The name of the part, as it is in JSON.
    ///
    /// ```
    /// use khabar::corpus::layout::Part;
    /// assert_eq!(Part::LinkMarker.as_str(), "link-marker");
    /// ```
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Blank => "blank",
            Self::Headline => "headline",
            Self::HeadlineLatin => "headline-latin",
            Self::Summary => "summary",
            Self::Paragraph => "paragraph",
            Self::Subhead => "subhead",
            Self::Category => "category",
            Self::Date => "date",
            Self::Dateline => "dateline",
            Self::Byline => "byline",
            Self::Source => "source",
            Self::Url => "url",
            Self::Caption => "caption",
            Self::Advertisement => "advertisement",
            Self::LinkMarker => "link-marker",
            Self::Related => "related",
            Self::Share => "share",
            Self::Tags => "tags",
            Self::Copyright => "copyright",
            Self::Continuation => "continuation",
            Self::Navigation => "navigation",
            Self::Kicker => "kicker",
            Self::Label => "label",
            Self::Repeat => "repeat",
            Self::Separator => "separator",
        }
    }

    /// Whether the line is text of the story itself: headline, summary or body.
    #[must_use]
    pub fn is_story(self) -> bool {
        matches!(
            self,
            Self::Headline | Self::HeadlineLatin | Self::Summary | Self::Paragraph | Self::Subhead
        )
    }
}

impl fmt::Display for Part {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

fn as_text<S: Serializer>(date: &Option<Date>, serializer: S) -> Result<S::Ok, S::Error> {
    match date {
        Some(date) => serializer.collect_str(date),
        None => serializer.serialize_none(),
    }
}

fn each_as_text<S: Serializer>(notes: &[Note], serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_seq(notes.iter().map(ToString::to_string))
}
