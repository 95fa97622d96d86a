//! Reading one source file: the paths it uses, wherever they are used.

use anyhow::{Context, Result};
use proc_macro2::{Spacing, Span, TokenStream, TokenTree};
use syn::visit::{self, Visit};
use syn::{Attribute, Ident, ItemMod, ItemUse, Macro, Meta, Path, UseTree, Visibility};

/// A path as used, with the inline modules it is used in.
#[derive(Debug, PartialEq)]
pub struct UsedPath {
    pub path: Vec<String>,
    pub inside: Vec<String>,
    pub line: usize,
}

/// What a file says of other files.
#[derive(Default)]
pub struct Source {
    pub paths: Vec<UsedPath>,
    /// Modules in files of their own that are compiled for tests only.
    pub test_modules: Vec<String>,
    /// Macros that are reached by `crate::name` from everywhere.
    pub exported_macros: Vec<String>,
    inside: Vec<String>,
}

/// Reads a file; what is compiled for tests only is left out.
///
/// # Errors
/// When it is no Rust.
pub fn read(text: &str) -> Result<Source> {
    let file = syn::parse_file(text).context("read as Rust")?;
    let mut source = Source::default();
    source.visit_file(&file);
    Ok(source)
}

impl Source {
    fn add(&mut self, path: Vec<String>, span: Span) {
        let line = span.start().line;
        self.paths.push(UsedPath { path, inside: self.inside.clone(), line });
    }

    fn add_tree(&mut self, tree: &UseTree, before: &[String]) {
        let with = |name: &Ident| [before, &[name.to_string()]].concat();
        match tree {
            UseTree::Path(path) => self.add_tree(&path.tree, &with(&path.ident)),
            UseTree::Name(name) if name.ident == "self" => self.add(before.to_vec(), name.ident.span()),
            UseTree::Name(name) => self.add(with(&name.ident), name.ident.span()),
            UseTree::Rename(rename) => self.add(with(&rename.ident), rename.ident.span()),
            UseTree::Glob(glob) => self.add(before.to_vec(), glob.star_token.spans[0]),
            UseTree::Group(group) => group.items.iter().for_each(|tree| self.add_tree(tree, before)),
        }
    }

    /// Finds `a::b::c` among the tokens of a macro, which nobody else can read.
    fn add_tokens(&mut self, tokens: TokenStream) {
        let mut path: Vec<Ident> = Vec::new();
        // How many colons have followed the last name.
        let mut colons = 0;
        for token in tokens {
            match token {
                TokenTree::Ident(name) => {
                    if colons != 2 {
                        self.add_names(&mut path);
                    }
                    path.push(name);
                    colons = 0;
                }
                TokenTree::Punct(mark) if mark.as_char() == ':' && !path.is_empty() => {
                    colons += 1;
                    // One that stands alone ends the path: `name: value`.
                    if colons > 2 || (colons == 1 && mark.spacing() == Spacing::Alone) {
                        self.add_names(&mut path);
                        colons = 0;
                    }
                }
                other => {
                    self.add_names(&mut path);
                    colons = 0;
                    if let TokenTree::Group(group) = other {
                        self.add_tokens(group.stream());
                    }
                }
            }
        }
        self.add_names(&mut path);
    }

    fn add_names(&mut self, path: &mut Vec<Ident>) {
        if let [first, _, ..] = &path[..] {
            self.add(path.iter().map(Ident::to_string).collect(), first.span());
        }
        path.clear();
    }
}

impl<'a> Visit<'a> for Source {
    fn visit_item(&mut self, item: &'a syn::Item) {
        if !for_tests(attributes(item)) {
            visit::visit_item(self, item);
        } else if let syn::Item::Mod(module) = item
            && module.content.is_none()
            && self.inside.is_empty()
        {
            self.test_modules.push(module.ident.to_string());
        }
    }

    fn visit_impl_item_fn(&mut self, function: &'a syn::ImplItemFn) {
        if !for_tests(&function.attrs) {
            visit::visit_impl_item_fn(self, function);
        }
    }

    fn visit_item_mod(&mut self, module: &'a ItemMod) {
        self.inside.push(module.ident.to_string());
        visit::visit_item_mod(self, module);
        self.inside.pop();
    }

    fn visit_item_use(&mut self, item: &'a ItemUse) {
        self.add_tree(&item.tree, &[]);
    }

    fn visit_path(&mut self, path: &'a Path) {
        let names: Vec<String> = path.segments.iter().map(|segment| segment.ident.to_string()).collect();
        if let ([first, ..], true) = (&names[..], path.leading_colon.is_none())
            && (names.len() > 1 || first == "super")
        {
            let span = path.segments[0].ident.span();
            self.add(names, span);
        }
        visit::visit_path(self, path);
    }

    fn visit_macro(&mut self, call: &'a Macro) {
        self.visit_path(&call.path);
        self.add_tokens(call.tokens.clone());
    }

    fn visit_item_macro(&mut self, item: &'a syn::ItemMacro) {
        if item.attrs.iter().any(|attribute| attribute.path().is_ident("macro_export")) {
            self.exported_macros.extend(item.ident.as_ref().map(Ident::to_string));
        }
        self.visit_macro(&item.mac);
    }

    /// `pub(in super::super)` uses nothing.
    fn visit_visibility(&mut self, _: &'a Visibility) {}
}

fn attributes(item: &syn::Item) -> &[Attribute] {
    use syn::Item::*;
    match item {
        Const(item) => &item.attrs,
        Enum(item) => &item.attrs,
        Fn(item) => &item.attrs,
        Impl(item) => &item.attrs,
        Macro(item) => &item.attrs,
        Mod(item) => &item.attrs,
        Static(item) => &item.attrs,
        Struct(item) => &item.attrs,
        Trait(item) => &item.attrs,
        Type(item) => &item.attrs,
        Use(item) => &item.attrs,
        _ => &[],
    }
}

/// `#[test]`, `#[cfg(test)]` and `#[cfg(all(test, …))]`.
fn for_tests(attributes: &[Attribute]) -> bool {
    attributes.iter().any(|attribute| match &attribute.meta {
        Meta::Path(path) => path.is_ident("test"),
        Meta::List(list) if list.path.is_ident("cfg") => {
            let text = list.tokens.to_string().replace(' ', "");
            text == "test" || (text.starts_with("all(") && text.contains("test") && !text.contains("not("))
        }
        _ => false,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn paths(text: &str) -> Vec<String> {
        read(text).unwrap().paths.iter().map(|used| used.path.join("::")).collect()
    }

    #[test]
    fn use_trees_are_taken_apart() {
        let text = "use crate::a::{self, b::{c, d as e}, f::*};\npub use super::g;";
        assert_eq!(paths(text), ["crate::a", "crate::a::b::c", "crate::a::b::d", "crate::a::f", "super::g"]);
        assert_eq!(read(text).unwrap().paths[4].line, 2);
    }

    #[test]
    fn paths_in_code_types_and_macros_are_found() {
        let text = "fn f(x: crate::a::X) -> Option<super::Y> { child::g(); h(1) }\n\
                    fn v() -> Html { html! { <super::tub::Tub key={crate::b::key(1)} on: a=b::c /> } }\n\
                    macro_rules! m { () => { $crate::d::e() } }";
        assert_eq!(
            paths(text),
            [
                "crate::a::X",
                "super::Y",
                "child::g",
                "super::tub::Tub",
                "crate::b::key",
                "b::c",
                "crate::d::e"
            ]
        );
    }

    #[test]
    fn what_is_compiled_for_tests_is_left_out() {
        let text = "#[cfg(test)] use crate::a; #[cfg(test)] mod inner { use crate::b; }\n\
                    #[cfg(all(test, unix))] fn f() { crate::c::d() } #[cfg(test)] mod check;\n\
                    #[test] fn g() { crate::e::f() } struct S; impl S { #[cfg(test)] fn h() { crate::g::h() } }\n\
                    #[cfg(not(test))] use crate::kept; pub(in crate::x) fn i() {} pub(super) fn j() {}";
        assert_eq!(paths(text), ["crate::kept"]);
        assert_eq!(read(text).unwrap().test_modules, ["check"]);
    }

    #[test]
    fn inline_modules_are_noted() {
        let source = read("mod a { mod b { use super::c; } }").unwrap();
        assert_eq!(source.paths[0].inside, ["a", "b"]);
    }
}
