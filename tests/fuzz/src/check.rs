//! What holds for every query, whatever its bytes: it is parsed and lowered, and whatever is said about it
//! names a place that is there. Panics where that does not hold.

use std::collections::{BTreeMap, HashMap};
use std::sync::OnceLock;

use khabar::analysis::Lexis;
use khabar::article::FieldSet;
use khabar::entities::Gazetteer;
use khabar::index::word_source::keys_to_hold;
use khabar::index::{FormEntry, Key, WordSource};
use khabar::query::{Allowed, Context, Corrected, MAX_WORDS, Notice, Plan, Syntax, Tree, corrections, lower, parse};

/// A vocabulary of a few words.
const WORDS: &str = "ગુજરાત ગુજરાતમાં ગુજરાતની મોદી મોદીએ પુતિન પુતિને ભૂકંપ ભૂકંપના સરકાર સરકારે પોલીસ પોલીસે ચૂંટણી \
    ચૂંટણીમાં કોર્ટ કોર્ટે લોક સભા લોકસભા સી આર પાટીલ વિજ્ઞાન ક્ષેત્ર અને અથવા નહિ છે કામ કરે આવ્યું ત્રણ ઉત્તર કોરિયા \
    putin modi gujarat election police cbi wifi 10 30 2024 5g t20 us";

/// Words in memory.
struct Small {
    forms: BTreeMap<String, FormEntry>,
    keys: HashMap<String, Vec<String>>,
}

impl Small {
    fn new() -> Self {
        let mut small = Self {
            forms: BTreeMap::new(),
            keys: HashMap::new(),
        };
        let mut lexis = Lexis::default();
        for (at, word) in (1u32..).zip(WORDS.split_whitespace()) {
            for key in keys_to_hold(word, &mut lexis) {
                small
                    .keys
                    .entry(key.as_str().to_owned())
                    .or_default()
                    .push(word.to_owned());
            }
            let entry = FormEntry {
                form: word.to_owned(),
                ordinal: at,
                articles: 1 + 7 * at % 90,
                fields: FieldSet::OWN,
            };
            small.forms.insert(word.to_owned(), entry);
        }
        small
    }
}

impl WordSource for Small {
    fn form(&self, form: &str) -> Option<FormEntry> {
        self.forms.get(form).cloned()
    }

    fn with_key(&self, key: &Key) -> Vec<FormEntry> {
        let forms = self.keys.get(key.as_str()).into_iter().flatten();
        forms.filter_map(|form| self.form(form)).collect()
    }

    fn with_keys_beginning(&self, key: &Key, limit: usize) -> Vec<FormEntry> {
        let keys = self.keys.iter().filter(|(other, _)| other.starts_with(key.as_str()));
        let forms = keys.flat_map(|(_, forms)| forms).take(limit);
        forms.filter_map(|form| self.form(form)).collect()
    }

    fn starting_with(&self, prefix: &str, limit: usize) -> (Vec<FormEntry>, bool) {
        let all = self.forms.range(prefix.to_owned()..).map(|(_, entry)| entry);
        let mut found: Vec<FormEntry> = all
            .take_while(|entry| entry.form.starts_with(prefix))
            .cloned()
            .collect();
        let more = found.len() > limit;
        found.truncate(limit);
        (found, more)
    }

    fn walk(&self, visit: &mut dyn FnMut(&str, usize) -> Option<usize>) {
        let (mut last, mut passed) = ("", None::<usize>);
        for form in self.forms.keys() {
            let shared = form.bytes().zip(last.bytes()).take_while(|(a, b)| a == b).count();
            if passed.is_some_and(|length| shared >= length) {
                continue;
            }
            passed = visit(form, shared);
            last = form;
        }
    }
}

fn surroundings() -> &'static (Small, Gazetteer) {
    static SURROUNDINGS: OnceLock<(Small, Gazetteer)> = OnceLock::new();
    SURROUNDINGS.get_or_init(|| (Small::new(), Gazetteer::shipped().unwrap_or_else(|e| panic!("{e}"))))
}

/// Checks the query that the bytes make.
pub(crate) fn check(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    for gujarati_operators in [false, true] {
        let parsed = parse(&text, Syntax { gujarati_operators });
        assert!(parsed.notices.len() < 3 * MAX_WORDS, "{} notices", parsed.notices.len());
        check_notices(&text, &parsed.notices);
        let depth = parsed.tree.as_ref().map_or(0, depth);
        assert!(depth < 300, "a tree of depth {depth}");
        check_plan(&text, &plan(parsed.tree.as_ref(), &|| false));
        check_plan(&text, &plan(parsed.tree.as_ref(), &|| true));
    }
}

fn plan(tree: Option<&Tree>, is_over: &dyn Fn() -> bool) -> Plan {
    let (small, gazetteer) = surroundings();
    let context = Context {
        known: small,
        gazetteer,
        exact: false,
        allowed: Allowed {
            translation: true,
            loose: true,
        },
        corrected: &Corrected::new(),
        is_over,
    };
    let plan = lower(tree, context);
    let corrected: Corrected = plan
        .words
        .iter()
        .take(4)
        .map(|word| (word.form.clone(), corrections(&word.form, small, is_over)))
        .collect();
    let _ = lower(
        tree,
        Context {
            corrected: &corrected,
            ..context
        },
    );
    plan
}

fn check_plan(text: &str, plan: &Plan) {
    check_notices(text, &plan.notices);
    for word in &plan.words {
        assert!(text.get(word.span.clone()).is_some(), "{word:?} in {text:?}");
    }
}

fn check_notices(text: &str, notices: &[Notice]) {
    for notice in notices {
        assert!(
            notice.start <= notice.end && text.get(notice.start..notice.end).is_some(),
            "{notice:?} in {text:?}"
        );
        // the sentence is made later; written like this its values are about twice as long
        assert!(format!("{:?}", notice.said).len() < 8000, "{notice:?}");
    }
}

fn depth(tree: &Tree) -> usize {
    match tree {
        Tree::All(parts) | Tree::Any(parts) => 1 + parts.iter().map(depth).max().unwrap_or(0),
        Tree::Not(inner) => 1 + depth(inner),
        _ => 1,
    }
}
