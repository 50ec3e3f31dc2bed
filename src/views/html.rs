//! HTML: a page of hits that stands by itself, with the same marks as everywhere.

use std::io::{Result, Write};

use super::counts;
use super::notices::sentence;
use crate::answers::{Answer, Hit, Mark};

const HEAD: &str = "<!doctype html>\n<html lang=\"gu\">\n<head>\n<meta charset=\"utf-8\">\n\
    <meta name=\"viewport\" content=\"width=device-width\">\n";

const STYLE: &str = "<style>body{font:1rem/1.5 'Noto Sans Gujarati',sans-serif;max-width:45rem;margin:2rem auto;padding:0 1rem}\
    mark{background:#fe9}h2{font-size:1.1rem;margin:1.5rem 0 0}p{margin:0}.facts{color:#666;font-size:.9rem}</style>\n";

/// Writes an answer as a page.
pub(crate) fn answer(out: &mut impl Write, answer: &Answer, offset: usize) -> Result<()> {
    let query = escaped(&answer.query);
    write!(
        out,
        "{HEAD}<title>{query}</title>\n{STYLE}</head>\n<body>\n<h1>{query}</h1>\n"
    )?;
    writeln!(out, "<p class=\"facts\">{}</p>", counts::articles(answer.total))?;
    for notice in &answer.notices {
        writeln!(out, "<p class=\"facts\">{}</p>", escaped(&sentence(notice)))?;
    }
    writeln!(out, "<ol start=\"{}\">", offset + 1)?;
    answer.hits.iter().try_for_each(|one| hit(out, one))?;
    writeln!(out, "</ol>\n</body>\n</html>")
}

fn hit(out: &mut impl Write, hit: &Hit) -> Result<()> {
    let headline = if hit.headline.is_empty() {
        escaped(&hit.headline_latin)
    } else {
        marked(&hit.headline, &hit.headline_marks)
    };
    // only what a browser opens as a page: an address of an article can be anything
    let is_page = |url: &&String| url.starts_with("http://") || url.starts_with("https://");
    let headline = match hit.url.as_ref().filter(is_page) {
        Some(url) => format!("<a href=\"{}\">{headline}</a>", escaped(url)),
        None => headline,
    };
    let mut facts: Vec<&str> = hit.date.as_deref().into_iter().collect();
    facts.extend(hit.category.iter().map(String::as_str));
    facts.push(&hit.id);
    let more = hit.same_story.filter(|&copies| copies > 0);
    let copies = more
        .map(|copies| format!(" · +{copies} same story"))
        .unwrap_or_default();
    writeln!(
        out,
        "<li><h2>{headline}</h2>\n<p class=\"facts\">{}{copies}</p>\n<p>{}</p></li>",
        escaped(&facts.join(" · ")),
        marked(&hit.snippet.text, &hit.snippet.marks)
    )
}

/// Text with its marks as elements.
fn marked(text: &str, marks: &[Mark]) -> String {
    let mut html = String::with_capacity(2 * text.len());
    let mut at = 0;
    for mark in marks {
        html.push_str(&escaped(text.get(at..mark.start).unwrap_or_default()));
        html.push_str("<mark>");
        html.push_str(&escaped(text.get(mark.start..mark.end).unwrap_or_default()));
        html.push_str("</mark>");
        at = mark.end;
    }
    html.push_str(&escaped(text.get(at..).unwrap_or_default()));
    html
}

/// Text without anything that HTML obeys, in an element or a quoted attribute.
fn escaped(text: &str) -> String {
    let mut html = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => html.push_str("&amp;"),
            '<' => html.push_str("&lt;"),
            '>' => html.push_str("&gt;"),
            '"' => html.push_str("&quot;"),
            c if c.is_control() => html.push(' '),
            c => html.push(c),
        }
    }
    html
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_are_elements_and_what_html_obeys_is_text() {
        let text = "<b>મોદીએ</b> & \"x\"";
        let start = text.find('મ').unwrap();
        let mark = Mark {
            start,
            end: start + "મોદીએ".len(),
        };
        assert_eq!(
            marked(text, &[mark]),
            "&lt;b&gt;<mark>મોદીએ</mark>&lt;/b&gt; &amp; &quot;x&quot;"
        );
    }
}
