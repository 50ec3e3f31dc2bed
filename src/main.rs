//! x
use std::io::{BufRead, Write};
fn main() {
    let mode = std::env::args().nth(2).unwrap_or_default();
    let out = std::io::stdout();
    let mut out = std::io::BufWriter::new(out.lock());
    for line in std::io::stdin().lock().lines() {
        let line = line.unwrap();
        let k: Vec<_> = khabar::analysis::tokens(&line).map(|t| (t.form.to_string(), khabar::analysis::keys(&t.form))).collect();
        let lemma = k.iter().map(|k| k.1.lemmas[0].key.clone()).collect::<Vec<_>>().join(" ");
        let fold = k.iter().map(|k| k.1.fold.clone()).collect::<Vec<_>>().join(" ");
        let exact = k.iter().map(|k| k.0.clone()).collect::<Vec<_>>().join(" ");
        let rule = k.iter().map(|k| k.1.lemmas[0].rule).collect::<Vec<_>>().join(" ");
        if mode == "--lemmas" { writeln!(out, "{line}\t{lemma}\t{rule}").unwrap(); } else { writeln!(out, "{line}\t{exact}\t{fold}\t{lemma}").unwrap(); }
    }
}
