//! Counts in words.

/// `1 article`, `2 articles`.
pub(crate) fn articles(count: u64) -> String {
    let noun = if count == 1 { "article" } else { "articles" };
    format!("{count} {noun}")
}

/// What is said of the articles that have no date after how many there are.
pub(crate) fn without_date(count: u64) -> String {
    if count == 0 {
        return String::new();
    }
    format!(", {count} of them without a date")
}
