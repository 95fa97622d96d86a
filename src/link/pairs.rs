//! Keys and values of a query, also of one that others have handled: editors escape ampersands,
//! mail programs encode, messengers take the full stop after a link into it, typesetters put their own
//! minus. What can mean one thing alone is taken for it.

use crate::number::plain;

/// How often what was encoded is decoded again.
const DEPTH: usize = 3;

/// Keys and values, in their order.
pub struct Pairs(Vec<(String, String)>);

impl Pairs {
    /// Reads a query without its question mark; `own` says which keys are ours: what stands in the
    /// value of any other key is none of our business.
    pub fn new(query: &str, own: fn(&str) -> bool) -> Self {
        let mut pairs = Pairs(Vec::new());
        pairs.gather(query, own, DEPTH);
        pairs
    }

    /// The first of several values of one key, as `URLSearchParams.get` has it.
    pub fn get(&self, key: &str) -> Option<&str> {
        self.0.iter().find(|(name, _)| name == key).map(|(_, value)| value.as_str())
    }

    /// Every value of one key.
    pub fn all<'a>(&'a self, key: &'a str) -> impl Iterator<Item = &'a str> {
        self.0.iter().filter(move |(name, _)| name == key).map(|(_, value)| value.as_str())
    }

    /// Every key, as often as it stands there.
    pub fn keys(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(|(key, _)| key.as_str())
    }

    fn gather(&mut self, query: &str, own: fn(&str) -> bool, depth: usize) {
        for (key, value) in form_urlencoded::parse(query.as_bytes()) {
            if key.contains(['=', '&', '%']) && depth > 0 {
                // It was encoded as a whole.
                let whole = if value.is_empty() { key.into_owned() } else { format!("{key}={value}") };
                self.gather(&whole, own, depth - 1);
                continue;
            }
            let key = clean_key(&key);
            if !own(&key) {
                self.0.push((key, value.into_owned()));
                continue;
            }
            // It was encoded in part, or pasted twice.
            let (value, rest) = value.split_once(['&', '?', '#']).unwrap_or((&value, ""));
            self.0.push((key, clean_value(value)));
            if depth > 0 {
                self.gather(rest, own, depth - 1);
            }
        }
    }
}

fn clean_key(key: &str) -> String {
    let mut key = key.trim_start_matches(['?', '#']);
    while let Some(rest) = key.strip_prefix("amp;") {
        key = rest;
    }
    key.chars().filter_map(plain).collect::<String>().trim().to_ascii_lowercase()
}

/// What may follow a link in a sentence.
const AFTER: &str = ".,;:!?)]}>\"'»”’…。，、；：！？）】》」』";

fn clean_value(value: &str) -> String {
    // As mail writes an equals sign.
    let value = value.strip_prefix("3D").or_else(|| value.strip_prefix("3d")).unwrap_or(value);
    let value =
        value.trim_end_matches(|sign| AFTER.contains(sign) || plain(sign).is_none_or(|sign| sign == ' '));
    value.chars().filter_map(plain).collect::<String>().trim().to_owned()
}

/// Keys as long as this are mistaken for no other word when a letter is wrong; of shorter ones, as `rate` and
/// `tga`, `date` and `tag` are another's.
const LONG: usize = 5;

/// Whether a key that is none of ours was meant to be one of `known`: with brackets or other signs around
/// it, as forms write lists, or with a letter too many, too few, another, or two in the wrong order.
pub fn is_nearly(key: &str, known: &[&str]) -> bool {
    let bare = key.split('[').next().unwrap_or_default().to_ascii_lowercase();
    let bare = bare.trim_matches(|sign: char| !sign.is_ascii_alphanumeric());
    known.iter().any(|own| *own != key && (*own == bare || is_one_slip(bare.as_bytes(), own.as_bytes())))
}

fn is_one_slip(key: &[u8], own: &[u8]) -> bool {
    let (long, short) = if key.len() > own.len() { (key, own) } else { (own, key) };
    let start = long.iter().zip(short).take_while(|(a, b)| a == b).count();
    let [long, short] = [&long[start..], &short[start..]];
    let end = long.iter().rev().zip(short.iter().rev()).take_while(|(a, b)| a == b).count();
    let [long, short] = [&long[..long.len() - end], &short[..short.len() - end]];
    match (long, short) {
        // Too many: a longer word than ours is seldom another's.
        ([_], []) => own.len() >= LONG || key.len() > own.len(),
        ([_], [_]) => own.len() >= LONG,
        ([a, b], [c, d]) => own.len() >= LONG && a == d && b == c,
        _ => false,
    }
}
