//! What a case asks of JSON.

use serde_json::Value;

use crate::support::Run;

/// Which value, and what must be true of it.
#[derive(Debug)]
pub(super) struct JsonCheck {
    /// `None` for every line.
    line: Option<usize>,
    pointer: String,
    test: Test,
}

#[derive(Debug)]
enum Test {
    Equal(Value),
    Unequal(Value),
    AtLeast(f64),
    AtMost(f64),
    Above(f64),
    Below(f64),
    Has(Value),
    Lacks(Value),
    Count(usize),
    Is(String),
    Keys(Vec<String>),
    All(Value),
    Rises,
    Falls,
}

impl JsonCheck {
    /// `POINTER TEST VALUE`.
    pub(super) fn parse(text: &str) -> Result<Self, String> {
        let (path, rest) = text.split_once(' ').ok_or("write POINTER TEST VALUE")?;
        let (line, pointer) = path.split_once('/').ok_or("a pointer begins with /")?;
        let line = match line {
            "" => Some(1),
            "*" => None,
            number => Some(number.parse().map_err(|e| format!("{number}: {e}"))?),
        };
        let (test, value) = rest.split_once(' ').unwrap_or((rest, ""));
        Ok(Self {
            line,
            pointer: pointer.to_owned(),
            test: Test::parse(test, value)?,
        })
    }

    /// What is wrong with the output, if anything is.
    pub(super) fn fault(&self, run: &Run) -> Option<String> {
        let mut values = Vec::new();
        for line in run.output.lines() {
            match serde_json::from_str::<Value>(line) {
                Ok(value) => values.push(value),
                Err(e) => return Some(format!("not JSON ({e}): {line}")),
            }
        }
        let parts: Vec<&str> = self.pointer.split('/').filter(|part| !part.is_empty()).collect();
        let found = match self.line {
            None => Some(Value::Array(
                values.iter().filter_map(|value| find(value, &parts)).collect(),
            )),
            Some(line) => values.get(line - 1).and_then(|value| find(value, &parts)),
        };
        match found {
            None => Some(format!("no /{}", self.pointer)),
            Some(found) if self.test.holds(&found) => None,
            Some(found) => Some(format!("/{} is {found}, not {:?}", self.pointer, self.test)),
        }
    }
}

/// The value at the end of the parts; `*` gathers those of all elements.
fn find(value: &Value, parts: &[&str]) -> Option<Value> {
    match parts.split_first() {
        None => Some(value.clone()),
        Some((&"*", rest)) => {
            let found = value.as_array()?.iter().map(|element| find(element, rest));
            Some(Value::Array(found.collect::<Option<_>>()?))
        }
        Some((part, rest)) => {
            let next = match value {
                Value::Array(elements) => elements.get(part.parse::<usize>().ok()?)?,
                other => other.get(part)?,
            };
            find(next, rest)
        }
    }
}

impl Test {
    fn parse(test: &str, value: &str) -> Result<Self, String> {
        const TYPES: [&str; 7] = ["string", "number", "integer", "bool", "array", "object", "null"];
        let json = || serde_json::from_str::<Value>(value).map_err(|e| format!("{value}: {e}"));
        let figure = || value.parse::<f64>().map_err(|e| format!("{value}: {e}"));
        Ok(match test {
            "=" => Self::Equal(json()?),
            "!=" => Self::Unequal(json()?),
            ">=" => Self::AtLeast(figure()?),
            "<=" => Self::AtMost(figure()?),
            ">" => Self::Above(figure()?),
            "<" => Self::Below(figure()?),
            "has" => Self::Has(json()?),
            "lacks" => Self::Lacks(json()?),
            "count" => Self::Count(value.parse().map_err(|e| format!("{value}: {e}"))?),
            "is" if TYPES.contains(&value) => Self::Is(value.to_owned()),
            "keys" => Self::Keys(value.split(' ').map(str::to_owned).collect()),
            "all" => Self::All(json()?),
            "rises" => Self::Rises,
            "falls" => Self::Falls,
            _ => return Err(format!("unknown test: {test} {value}")),
        })
    }

    fn holds(&self, found: &Value) -> bool {
        let figure = found.as_f64();
        let list = found.as_array().map(Vec::as_slice);
        match self {
            Self::Equal(value) => found == value,
            Self::Unequal(value) => found != value,
            Self::AtLeast(least) => figure.is_some_and(|f| f >= *least),
            Self::AtMost(most) => figure.is_some_and(|f| f <= *most),
            Self::Above(least) => figure.is_some_and(|f| f > *least),
            Self::Below(most) => figure.is_some_and(|f| f < *most),
            Self::Has(value) => has(found, value),
            // what is neither a list nor a text lacks nothing, which would be a check that cannot fail
            Self::Lacks(value) => (found.is_array() || found.is_string()) && !has(found, value),
            Self::Count(count) => list.is_some_and(|list| list.len() == *count),
            Self::Is(kind) => is_of(found, kind),
            Self::Keys(keys) => keys_of(found) == Some(keys.iter().map(String::as_str).collect()),
            Self::All(value) => list.is_some_and(|list| !list.is_empty() && list.iter().all(|v| v == value)),
            Self::Rises => {
                list.is_some_and(|list| list.len() > 1 && list.windows(2).all(|w| is_in_order(&w[0], &w[1])))
            }
            Self::Falls => {
                list.is_some_and(|list| list.len() > 1 && list.windows(2).all(|w| is_in_order(&w[1], &w[0])))
            }
        }
    }
}

fn has(found: &Value, value: &Value) -> bool {
    match found {
        Value::Array(list) => list.contains(value),
        Value::String(text) => value.as_str().is_some_and(|part| text.contains(part)),
        _ => false,
    }
}

fn is_of(found: &Value, kind: &str) -> bool {
    match kind {
        "string" => found.is_string(),
        "number" => found.is_number(),
        "integer" => found.is_u64() || found.is_i64(),
        "bool" => found.is_boolean(),
        "array" => found.is_array(),
        "object" => found.is_object(),
        _ => found.is_null(),
    }
}

/// The keys of an object, sorted as the case must write them.
fn keys_of(found: &Value) -> Option<Vec<&str>> {
    let mut keys: Vec<&str> = found.as_object()?.keys().map(String::as_str).collect();
    keys.sort_unstable();
    Some(keys)
}

fn is_in_order(a: &Value, b: &Value) -> bool {
    match (a, b) {
        (Value::Number(a), Value::Number(b)) => a.as_f64() <= b.as_f64(),
        (Value::String(a), Value::String(b)) => a <= b,
        _ => false,
    }
}
