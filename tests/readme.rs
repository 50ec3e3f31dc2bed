//! The README tells the truth.
//!
//! Every ```` ```console ```` block of README.md is run, in order, in one fresh folder that holds a copy of
//! `corpus/`, and what the program prints must be what the block shows. `…` alone on a line stands for any
//! lines, inside a line for any text; figures of milliseconds may differ.

use std::path::Path;

use crate::support::{Call, Run, copy_folder, folder, project, text_of};

/// A command with the output shown below it.
#[derive(Debug, PartialEq, Eq)]
struct Shown {
    line: usize,
    command: String,
    output: Vec<String>,
}

/// The commands of the console blocks.
fn commands(page: &str) -> (usize, Vec<Shown>) {
    let mut blocks = 0;
    let mut is_inside = false;
    let mut commands: Vec<Shown> = Vec::new();
    for (number, line) in (1..).zip(page.lines()) {
        if line.trim_start().starts_with("```") {
            is_inside = !is_inside && line.trim() == "```console";
            blocks += usize::from(is_inside);
        } else if let Some(command) = line.strip_prefix("$ ").filter(|_| is_inside) {
            commands.push(Shown {
                line: number,
                command: command.to_owned(),
                output: Vec::new(),
            });
        } else if is_inside {
            let shown = commands
                .last_mut()
                .unwrap_or_else(|| panic!("README.md:{number}: output without a command"));
            shown.output.push(line.to_owned());
        }
    }
    (blocks, commands)
}

/// The arguments behind the program's name; `None` for another program.
fn arguments(command: &str) -> Option<Vec<String>> {
    let mut words = crate::cli::split(command).ok()?;
    for start in [
        &["cargo", "run", "--release", "--"][..],
        &["cargo", "run", "--release", "-q", "--"],
        &["khabar"],
    ] {
        if words.len() >= start.len() && words.iter().zip(start).all(|(word, part)| word == part) {
            return Some(words.split_off(start.len()));
        }
    }
    None
}

/// Whether lines are those shown, `…` standing for any.
fn lines_match(shown: &[String], lines: &[&str]) -> bool {
    match shown.split_first() {
        None => lines.iter().all(|line| line.trim().is_empty()),
        Some((first, rest)) if first.trim() == "…" => {
            (0..=lines.len()).any(|taken| lines_match(rest, &lines[taken..]))
        }
        Some((first, rest)) => lines
            .split_first()
            .is_some_and(|(line, others)| line_matches(first, line) && lines_match(rest, others)),
    }
}

fn line_matches(shown: &str, line: &str) -> bool {
    let (shown, line) = (
        without_milliseconds(shown.trim_end()),
        without_milliseconds(line.trim_end()),
    );
    let mut parts = shown.split('…');
    let Some(mut rest) = line.strip_prefix(parts.next().unwrap_or_default()) else {
        return false;
    };
    let parts: Vec<&str> = parts.collect();
    let Some((last, middle)) = parts.split_last() else {
        return rest.is_empty();
    };
    for part in middle {
        match rest.find(part) {
            Some(at) => rest = &rest[at + part.len()..],
            None => return false,
        }
    }
    rest.ends_with(last)
}

/// `3.4 ms` and `"took_ms":3.4` without the figure.
fn without_milliseconds(line: &str) -> String {
    let mut out = line.to_owned();
    if let Some(end) = out.find(" ms") {
        let start = out[..end]
            .trim_end_matches(|c: char| c.is_ascii_digit() || c == '.')
            .len();
        out.replace_range(start..end, "N");
    }
    if let Some(at) = out.find("\"took_ms\":") {
        let start = at + "\"took_ms\":".len();
        let length = out[start..].trim_start_matches([' ', '.', 'e', '-']).len();
        let start = out.len() - length;
        let figure = out[start..]
            .find(|c: char| !c.is_ascii_digit() && c != '.')
            .unwrap_or(length);
        out.replace_range(start..start + figure, "N");
    }
    out
}

/// What a terminal would show: standard error first, for it speaks before the answer is there.
fn terminal(run: &Run) -> String {
    format!("{}{}", run.errors, run.output)
}

fn check(shown: &Shown, folder: &Path) -> Result<(), String> {
    let Some(arguments) = arguments(&shown.command) else {
        return Err(format!(
            "README.md:{}: not a command of ours: {}",
            shown.line, shown.command
        ));
    };
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let run = Call::new(folder, &arguments).run();
    let all = terminal(&run);
    // progress may be left out of what is shown
    let is_shown = [&all, &run.output]
        .iter()
        .any(|text| lines_match(&shown.output, &text.lines().collect::<Vec<_>>()));
    if is_shown {
        Ok(())
    } else {
        Err(format!(
            "README.md:{}: shows\n{}\nbut\n{}",
            shown.line,
            shown.output.join("\n"),
            run.shown()
        ))
    }
}

#[test]
fn the_readme_shows_what_the_program_prints() {
    let page = project().join("README.md");
    assert!(page.is_file(), "README.md is missing");
    let (blocks, commands) = commands(&text_of(&page));
    if blocks == 0 {
        return;
    }
    assert!(blocks >= 5, "{blocks} console blocks; a tour has at least 5");
    let folder = folder();
    copy_folder(&project().join("corpus"), &folder.path().join("corpus"));
    let wrong: Vec<String> = commands
        .iter()
        .filter_map(|shown| check(shown, folder.path()).err())
        .collect();
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n\n"));
}

#[test]
fn blocks_and_commands_are_found() {
    let page = "# x\n```sh\n$ ignored\n```\n```console\n$ khabar search 'a b'\nout\n\n…\n$ cargo run --release -- stats\n```\nprose\n";
    let (blocks, found) = commands(page);
    assert_eq!(blocks, 1);
    assert_eq!(found.iter().map(|shown| shown.line).collect::<Vec<_>>(), [6, 10]);
    assert_eq!(found[0].output, ["out", "", "…"]);
    assert_eq!(arguments(&found[0].command).unwrap(), ["search", "a b"]);
    assert_eq!(arguments(&found[1].command).unwrap(), ["stats"]);
    assert_eq!(arguments("rm -r x"), None);
}

#[test]
fn other_output_than_shown_is_seen() {
    let matches = |shown: &str, printed: &str| {
        let shown: Vec<String> = shown.lines().map(str::to_owned).collect();
        lines_match(&shown, &printed.lines().collect::<Vec<_>>())
    };
    assert!(matches("a\n…\nc", "a\nb\nb\nc"));
    assert!(matches("a\n…", "a"));
    assert!(matches("3 stories in 1.2 ms", "3 stories in 45.6 ms"));
    assert!(matches(
        "{\"took_ms\":1.2,\"hits\":[]}",
        "{\"took_ms\":0.07,\"hits\":[]}"
    ));
    assert!(matches("score …, … end", "score 1.25, x, end"));
    assert!(matches("a ", "a\n\n"));
    for (shown, printed) in [
        ("a", "b"),
        ("a\n…\nc", "a\nb"),
        ("a", "a\nb"),
        ("a\nb", "a"),
        ("3 stories in 1.2 ms", "4 stories in 1.2 ms"),
        ("score … end", "score 1.25 en"),
        ("{\"took_ms\":1.2,\"total\":1}", "{\"took_ms\":1.2,\"total\":2}"),
        ("", "x"),
    ] {
        assert!(!matches(shown, printed), "{shown:?} {printed:?}");
    }
}
