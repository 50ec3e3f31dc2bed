//! Periods: the day, month or year that a day belongs to.
//!
//! Takes day numbers, gives numbers of periods that follow each other without a gap, and their names.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::article::date_of_day;
use crate::retrieval::{Archive, ArticleKey, Error};

/// A division of time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Period {
    /// A day, written `2024-06-19`.
    Day,
    /// A month, written `2024-06`.
    Month,
    /// A year, written `2024`.
    Year,
}

impl Period {
    /// The period as options and JSON write it.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Day => "day",
            Self::Month => "month",
            Self::Year => "year",
        }
    }

    /// The number of the period that a day (since 1970-01-01) belongs to; the next period has the next number.
    ///
    /// ```
    /// use khabar::reports::period::Period;
    /// let month = Period::Month.number(19_893).unwrap();
    /// assert_eq!(Period::Month.name(month), "2024-06");
    /// assert_eq!(Period::Month.name(month + 7), "2025-01");
    /// assert_eq!(Period::Day.name(19_893), "2024-06-19");
    /// ```
    #[must_use]
    pub fn number(self, day: i64) -> Option<i64> {
        let date = date_of_day(day)?;
        Some(match self {
            Self::Day => day,
            Self::Month => i64::from(date.year()) * 12 + i64::from(date.month()) - 1,
            Self::Year => i64::from(date.year()),
        })
    }

    /// The name of a period by its number.
    #[must_use]
    pub fn name(self, number: i64) -> String {
        match self {
            Self::Day => date_of_day(number).map(|date| date.to_string()).unwrap_or_default(),
            Self::Month => format!("{:04}-{:02}", number.div_euclid(12), number.rem_euclid(12) + 1),
            Self::Year => format!("{number:04}"),
        }
    }
}

/// How many of some articles are of each period.
#[derive(Debug, Default)]
pub(super) struct Times {
    /// By the number of the period.
    pub(super) counts: BTreeMap<i64, u64>,
    /// How many articles have no date.
    pub(super) undated: u64,
}

impl Times {
    /// Counts articles by period.
    pub(super) fn of(archive: &dyn Archive, by: Period, keys: &[ArticleKey]) -> Result<Self, Error> {
        let days = archive.days(keys)?;
        let mut times = Self {
            undated: days.undated,
            ..Self::default()
        };
        for (day, count) in days.counts {
            match by.number(day) {
                Some(number) => *times.counts.entry(number).or_default() += count,
                None => times.undated += count,
            }
        }
        Ok(times)
    }

    /// How many are of a period.
    pub(super) fn at(&self, number: i64) -> u64 {
        self.counts.get(&number).copied().unwrap_or(0)
    }
}
