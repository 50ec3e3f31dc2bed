//! One query put to seven commands, and a digest of what each answers.

use std::collections::HashMap;
use std::path::Path;

use serde_json::{Value, json};

use crate::support::Call;

/// The commands whose JSON is held fast, in the order of the columns.
pub(super) const COMMANDS: [&str; 7] = ["search", "facets", "trend", "kwic", "show", "entities", "extract"];

/// Options of `search` that the commands that count take too: with a value, and without.
const SHARED_WITH_VALUE: [&str; 8] = [
    "--category",
    "--person",
    "--country",
    "--place",
    "--organisation",
    "--from",
    "--to",
    "--not-as",
];
const SHARED: [&str; 2] = ["--exact", "--no-translate"];

/// A query with its options.
#[derive(Debug, Clone)]
pub(super) struct Query {
    text: String,
    options: Vec<String>,
}

impl std::fmt::Display for Query {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} {}", self.text, self.options.join(" "))
    }
}

impl Query {
    /// Of a row `group, query, options`; an option's value stands in double quotes where it has spaces.
    pub(super) fn new(row: &str) -> Option<Self> {
        let [_, text, options] = row.split('\t').collect::<Vec<_>>()[..] else {
            return None;
        };
        Some(Self {
            text: text.to_owned(),
            options: words_of(options),
        })
    }

    /// The digest of each command's answer.
    pub(super) fn digests(&self, folder: &Path) -> [String; COMMANDS.len()] {
        let search = self.ask(folder, "search", &self.options);
        let hit = self.chosen_hit(&search);
        let id = hit["id"].as_str().unwrap_or("none");
        let shown = answer(folder, &["show", id], "");
        let read = json!({"id": id, "headline": shown["output"]["headline"], "summary": shown["output"]["summary"],
            "headline_latin": shown["output"]["headline_latin"], "body": shown["output"]["body"]});
        let shared = self.shared_options();
        let answers = [
            self.ask(folder, "facets", &shared),
            self.ask(folder, "trend", &shared),
            self.ask(folder, "kwic", &shared),
            shown,
            answer(folder, &["entities", &self.entity(hit)], ""),
            answer_without_index(folder, &["extract", "-"], &read.to_string()),
        ];
        let mut all = vec![search.clone()];
        all.extend(answers);
        keep(&self.to_string(), &all);
        let digests: Vec<String> = all.iter().map(|answer| digest(&answer.to_string())).collect();
        digests.try_into().unwrap()
    }

    fn ask(&self, folder: &Path, command: &str, options: &[String]) -> Value {
        let mut arguments = vec![command];
        arguments.extend(options.iter().map(String::as_str));
        arguments.extend(["--", &self.text]);
        answer(folder, &arguments, "")
    }

    /// A hit of the answer, not always the first, so that many articles are shown and read.
    fn chosen_hit<'a>(&self, search: &'a Value) -> &'a Value {
        let hits = search["output"]["hits"]
            .as_array()
            .map(Vec::as_slice)
            .unwrap_or_default();
        hits.get(self.text.len() % hits.len().max(1)).unwrap_or(&Value::Null)
    }

    /// An entity of a hit, of a kind that the query's length decides; the query itself where there is none.
    fn entity(&self, hit: &Value) -> String {
        let kinds = ["persons", "countries", "places", "organisations"];
        let order = kinds.iter().cycle().skip(self.text.len() % 4).take(4);
        let mut ids = order.filter_map(|kind| hit[*kind][0]["id"].as_str());
        ids.next().unwrap_or(&self.text).to_owned()
    }

    fn shared_options(&self) -> Vec<String> {
        let mut shared = Vec::new();
        let mut options = self.options.iter();
        while let Some(option) = options.next() {
            if SHARED.contains(&option.as_str()) {
                shared.push(option.clone());
            } else if SHARED_WITH_VALUE.contains(&option.as_str()) {
                shared.extend([option.clone(), options.next().unwrap().clone()]);
            }
        }
        shared
    }
}

/// The words of a line, those in double quotes as one.
fn words_of(line: &str) -> Vec<String> {
    let mut words = Vec::new();
    for (at, part) in line.split('"').enumerate() {
        if at % 2 == 1 {
            words.push(part.to_owned());
        } else {
            words.extend(part.split_whitespace().map(str::to_owned));
        }
    }
    words
}

/// Exit code, output and errors of a command that asks the index.
fn answer(folder: &Path, arguments: &[&str], input: &str) -> Value {
    let mut with_format = vec![arguments[0], "--index", "index", "--format", "json"];
    with_format.extend(&arguments[1..]);
    run(folder, &with_format, input)
}

fn answer_without_index(folder: &Path, arguments: &[&str], input: &str) -> Value {
    let mut with_format = arguments.to_vec();
    with_format.extend(["--format", "json"]);
    run(folder, &with_format, input)
}

fn run(folder: &Path, arguments: &[&str], input: &str) -> Value {
    let mut call = Call::new(folder, arguments);
    call.input = input.as_bytes().to_vec();
    let run = call.run();
    let mut output = serde_json::from_str(&run.output).unwrap_or_else(|_| Value::from(run.output.clone()));
    settle(&mut output, &mut HashMap::new());
    json!({"code": run.code, "output": output, "errors": run.errors})
}

/// Takes out the time it took; the number of a story becomes its place among the stories of this answer.
fn settle(value: &mut Value, stories: &mut HashMap<String, usize>) {
    match value {
        Value::Object(fields) => {
            fields.remove("took_ms");
            if let Some(Value::String(story)) = fields.get("story") {
                let next = stories.len();
                let place = *stories.entry(story.clone()).or_insert(next);
                fields.insert("story".to_owned(), place.into());
            }
            fields.values_mut().for_each(|value| settle(value, stories));
        }
        Value::Array(values) => values.iter_mut().for_each(|value| settle(value, stories)),
        _ => {}
    }
}

/// Keeps the answers of a query, a command a line, where a folder for them is named.
fn keep(query: &str, answers: &[Value]) {
    if let Some(folder) = std::env::var_os("KHABAR_ANSWERS") {
        std::fs::create_dir_all(&folder).unwrap();
        let lines: Vec<String> = answers.iter().map(Value::to_string).collect();
        let name = format!("{}.jsonl", digest(query));
        let text = format!("{}\n{}\n", json!(query), lines.join("\n"));
        std::fs::write(Path::new(&folder).join(name), text).unwrap();
    }
}

/// FNV-1a of 64 bits, in hexadecimal digits.
fn digest(text: &str) -> String {
    let hash = text.bytes().fold(0xCBF2_9CE4_8422_2325_u64, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01B3)
    });
    format!("{hash:016x}")
}
