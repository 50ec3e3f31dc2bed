//! The fuzz target as a plain loop, for a machine without nightly and cargo fuzz.
//!
//!     cargo run --release --manifest-path tests/fuzz/Cargo.toml -- --seconds 600 --seed 1
//!
//! Queries are made of pieces of the syntax, letters, signs and random bytes, and bent: cut, doubled, mixed.
//! The same seed makes the same queries. A query that fails is printed with its bytes.

use std::time::{Duration, Instant};

mod check;

/// What queries are made of.
#[rustfmt::skip]
const PIECES: &[&str] = &[
    "ક", "કા", "ગુજરાત", "ગુજરાટ", "મોદી", "ભુકમપ", "પુતિન", "સી.આર.", "દુ:ખ", "છે", "અને", "અથવા", "નહિ", "ક્ષ", "્", "ં", "િ",
    "modi", "putin", "CBI", "U.S.", "wi-fi", "5G", "10:30", "1,00,000", "૨૦૨૪", "gujrat", " ", " ", " ", " ", "\"", "“", "”", "«",
    "(", ")", "（", "）", "-", "−", "–", "—", "=", "*", "＊", "~", "～", "~2", "~9999999999", "^", "^2", "^-1", "^1e99", "|", "||",
    "OR", "AND", "NOT", "ＯＲ", ":", "：", "country:", "person:", "person:\"", "date:", "date:2024-06..2024-08", "..", "after:", "foo:",
    "headline:", "headline:=", "source:", "category:", "related:", "…", "•", "।", "۔", ",", ";", "\u{200D}", "\u{200B}", "\u{FEFF}",
    "\u{202E}", "\0", "\n", "\t", "\u{1B}[31m", "👩‍👩‍👧", "שלום", "हिंदी", "日本", "é", "e\u{301}", "\u{10FFFF}", "\u{FFFD}", "%", "₹",
];

/// Numbers that look like chance (xorshift).
struct Chance(u64);

impl Chance {
    fn next(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0
    }

    fn below(&mut self, limit: usize) -> usize {
        (self.next() % limit.max(1) as u64) as usize
    }
}

fn query(chance: &mut Chance, last: &[u8]) -> Vec<u8> {
    let mut query = if chance.below(3) == 0 { last.to_vec() } else { Vec::new() };
    let most = if chance.below(200) == 0 { 3000 } else { 16 };
    for _ in 0..chance.below(most) {
        if chance.below(12) == 0 {
            query.push(chance.next() as u8);
        } else {
            query.extend_from_slice(PIECES[chance.below(PIECES.len())].as_bytes());
        }
    }
    match chance.below(8) {
        0 => query.truncate(chance.below(query.len() + 1)),
        1 if !query.is_empty() => {
            let at = chance.below(query.len());
            query[at] = chance.next() as u8;
        }
        2 if query.len() < 4000 => {
            let (from, to) = (chance.below(query.len() + 1), chance.below(query.len() + 1));
            let part = query[from.min(to)..from.max(to)].to_vec();
            query.extend_from_slice(&part.repeat(1 + chance.below(4)));
        }
        3 => query.reverse(),
        _ => {}
    }
    query
}

fn option(name: &str, default: u64) -> u64 {
    let mut arguments = std::env::args().skip_while(|argument| argument != name);
    arguments.nth(1).map_or(default, |value| value.parse().expect("a number"))
}

fn main() {
    let (seconds, seed) = (option("--seconds", 600), option("--seed", 1));
    let mut chance = Chance(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1);
    let (started, mut count, mut slowest) = (Instant::now(), 0u64, Duration::ZERO);
    let mut last = Vec::new();
    while started.elapsed() < Duration::from_secs(seconds) {
        let bytes = query(&mut chance, &last);
        let began = Instant::now();
        if std::panic::catch_unwind(|| check::check(&bytes)).is_err() {
            eprintln!("query {count} of seed {seed} fails: {:?}\nbytes: {bytes:?}", String::from_utf8_lossy(&bytes));
            std::process::exit(1);
        }
        slowest = slowest.max(began.elapsed());
        count += 1;
        last = bytes;
    }
    println!("{count} queries in {seconds} s from seed {seed}: none failed; the slowest took {slowest:.1?} (parsed and lowered eight times)");
}
