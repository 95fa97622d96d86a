//! Filling templates.

use super::{Message, Words};

/// One piece of a template.
#[derive(Debug, PartialEq)]
pub enum Piece<'a> {
    /// As it stands.
    Text(&'a str),
    /// A parameter.
    Slot(&'a str),
    /// A parameter's count with the forms to choose from, `one=# week|other=# weeks`.
    Plural(&'a str, &'a str),
}

/// The pieces of a template in order; a brace without its partner is text.
pub fn pieces(template: &str) -> impl Iterator<Item = Piece<'_>> {
    let mut rest = template;
    std::iter::from_fn(move || {
        if rest.is_empty() {
            return None;
        }
        let close = rest.strip_prefix('{').and_then(|inner| inner.find('}'));
        if let Some(close) = close {
            let inner = &rest[1..=close];
            rest = &rest[close + 2..];
            return Some(match inner.split_once('|') {
                Some((name, forms)) => Piece::Plural(name, forms),
                None => Piece::Slot(inner),
            });
        }
        // A lone brace is part of the text that it begins.
        let end = rest.char_indices().skip(1).find(|(_, c)| *c == '{').map_or(rest.len(), |(at, _)| at);
        let (text, after) = rest.split_at(end);
        rest = after;
        Some(Piece::Text(text))
    })
}

/// The form of a plural: that of the category or, failing that, `other`.
pub fn form<'a>(forms: &'a str, category: &str) -> &'a str {
    let find = |name: &str| {
        forms
            .split('|')
            .find_map(|form| form.split_once('=').filter(|(key, _)| *key == name))
            .map(|(_, text)| text)
    };
    find(category).or_else(|| find("other")).unwrap_or_default()
}

/// Fills a template with a message's parameters; none where it has one that the message does not know: a
/// mistake, or words of another version.
pub fn fill(template: &str, message: &dyn Message, words: &Words) -> Option<String> {
    let mut text = String::with_capacity(template.len() + 16);
    for piece in pieces(template) {
        match piece {
            Piece::Text(plain) => text.push_str(plain),
            Piece::Slot(name) => text.push_str(&message.argument(name)?.write(words)),
            Piece::Plural(name, forms) => {
                let argument = message.argument(name)?;
                let category = words.plural(argument.count().unwrap_or_default());
                text.push_str(&form(forms, category.name()).replace('#', &argument.write(words)));
            }
        }
    }
    Some(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn templates_are_taken_apart() {
        let all: Vec<_> = pieces("a {b} c{d|one=#|other=# x}").collect();
        assert_eq!(
            all,
            [Piece::Text("a "), Piece::Slot("b"), Piece::Text(" c"), Piece::Plural("d", "one=#|other=# x")]
        );
        assert_eq!(pieces("a { b").collect::<Vec<_>>(), [Piece::Text("a "), Piece::Text("{ b")]);
        assert_eq!(pieces("").count(), 0);
    }

    #[test]
    fn a_missing_form_falls_back_to_other() {
        assert_eq!(form("one=# week|other=# weeks", "one"), "# week");
        assert_eq!(form("one=# week|other=# weeks", "few"), "# weeks");
        assert_eq!(form("one=x", "few"), "");
    }
}
