//! From a raw page to an article.
//!
//! Takes the text that a scraper leaves of a news page, gives every line the part that it plays, the rule
//! that decided, and the fields of the article. Pages differ from site to site, so nothing here knows a
//! site: the steps weigh what any page shows by itself, such as place, script, length, final stop, repetition,
//! image timestamps, and words by which furniture gives itself away (`data/phrases.tsv`).
//!
//! One thing is never done: a line that may belong to the story is never dropped. What no rule takes is body.
//!
//! ```
//! use khabar::corpus::layout::{Part, parse_page};
//! let page = parse_page(
//!     "Rain in Surat/ સુરતમાં ભારે વરસાદ\n\nસુરતમાં રાતથી વરસાદ છે. નદીમાં પાણી વધ્યું છે.\n\nઆ પણ વાંચો: સોનું મોંઘું થયું",
//! );
//! assert_eq!(page.headline, "સુરતમાં ભારે વરસાદ");
//! assert_eq!(page.headline_latin, "Rain in Surat");
//! assert_eq!(page.related, ["સોનું મોંઘું થયું"]);
//! assert!(page.lines.iter().any(|line| line.part == Part::LinkMarker && line.rule == "'read also' at the beginning"));
//! ```

mod appended;
mod draft;
mod features;
mod fields;
mod furniture;
mod headline;
mod labels;
mod links;
mod page;
mod phrases;
mod prose;
mod summary;
mod unwrap;

use draft::Draft;

pub use page::{DateSource, Page, PageLine, Part};

/// One step of the parser: decides some of the lines that are still open.
type Step = fn(&mut Draft<'_>);

/// The steps in their order. Earlier ones need less knowledge of the page than later ones.
const STEPS: [Step; 11] = [
    unwrap::join_wrapped_lines,
    appended::cut_appended_pieces,
    labels::take_labelled_parts,
    links::take_marked_links,
    furniture::take_furniture,
    links::take_link_lists,
    headline::take_headline,
    headline::set_repeats_aside,
    summary::take_summary,
    summary::set_repeats_aside,
    prose::take_the_rest,
];

/// Reads a raw page. Cannot fail: a page of which nothing is understood is all body.
#[must_use]
pub fn parse_page(text: &str) -> Page {
    let mut draft = Draft::new(text);
    for step in STEPS {
        step(&mut draft);
    }
    fields::page(&draft)
}
