//! Turns `src/i18n/*.ftl` into typed functions: one per message, one match arm per language.
//!
//! A message without a variable becomes `pub const fn nav_home(locale: Locale) -> &'static str`;
//! one with variables takes them as arguments in the order in which the English text names them.
//! Only texts with a selector (plurals) go through a Fluent bundle at run time, all others are plain
//! Rust. Whatever is missing in one language, or left over in one, fails the build.
//!
//! Compiled a second time as a module of the tests of `src/i18n/mod.rs`.

use fluent_syntax::{
    ast::{
        Entry, Expression, InlineExpression, Message, Pattern, PatternElement, Resource, Variant,
    },
    parser, serializer,
    unicode::unescape_unicode_to_string,
};
use std::{
    collections::{BTreeMap, BTreeSet},
    env,
    fmt::Write as _,
    fs,
    path::Path,
};

/// File name without `.ftl`, and the variant of `Locale`. The first is the one the others must match.
const LOCALES: [(&str, &str); 3] = [("en", "En"), ("zh-Hant", "ZhHant"), ("zh-Hans", "ZhHans")];

/// Variables that are whole numbers (`u64`), written with the grouping of the language.
const NUMBERS: [&str; 13] = [
    "count",
    "total",
    "page",
    "pages",
    "last_page",
    "number",
    "from_number",
    "to_number",
    "minutes",
    "hours",
    "days",
    "size",
    "limit",
];

/// Variables that are whole numbers and are never grouped: 2027, not 2,027.
const PLAIN_NUMBERS: [&str; 3] = ["year", "from_year", "to_year"];

/// Messages `<group>-<code>` are found by `code(locale, group, code)`. The longest prefix wins.
const CODE_GROUPS: [&str; 23] = [
    "approval",
    "audience",
    "categories",
    "category",
    "company-kind",
    "exclusivity",
    "facet",
    "festival-outcome",
    "genre",
    "listing",
    "looking-for",
    "material",
    "participation",
    "rating",
    "right",
    "role",
    "season",
    "sort",
    "stage",
    "territory",
    "title-status",
    "view",
    "visibility",
];

/// Messages that start like a code and are none.
const NOT_CODES: [&str; 8] = [
    "season-dates",
    "season-live-now",
    "season-venue",
    "sort-apply",
    "sort-label",
    "visibility-members-note",
    "view-label",
    "visibility-on-request-note",
];

fn main() {
    let folder = Path::new("src/i18n");
    println!(
        "cargo::rerun-if-changed={}",
        folder.join("build.rs").display()
    );
    let mut sources = Vec::new();
    for (tag, _) in LOCALES {
        let path = folder.join(format!("{tag}.ftl"));
        println!("cargo::rerun-if-changed={}", path.display());
        match fs::read_to_string(&path) {
            Ok(text) => sources.push(text),
            Err(error) => {
                println!("cargo::error={}: {error}", path.display());
                return;
            }
        }
    }
    let generated = match generate(&[&sources[0], &sources[1], &sources[2]]) {
        Ok(generated) => generated,
        Err(problems) => {
            for problem in problems {
                println!("cargo::error={problem}");
            }
            return;
        }
    };
    let out = env::var_os("OUT_DIR").expect("cargo sets OUT_DIR");
    if let Err(error) = fs::write(Path::new(&out).join("messages.rs"), generated) {
        println!("cargo::error=messages.rs: {error}");
    }
}

/// A message or an attribute of one: what becomes a function.
struct Text<'s> {
    pattern: &'s Pattern<&'s str>,
    variables: Vec<&'s str>,
    selects: bool,
}

type Texts<'s> = BTreeMap<(&'s str, Option<&'s str>), Text<'s>>;

/// The Rust source of the functions, or every problem found, each naming file and key.
pub fn generate(sources: &[&str; 3]) -> Result<String, Vec<String>> {
    let mut problems = Vec::new();
    let mut resources = Vec::new();
    for (source, (tag, _)) in sources.iter().zip(LOCALES) {
        match parser::parse(*source) {
            Ok(resource) => resources.push(resource),
            Err((_, errors)) => problems.extend(errors.iter().map(|error| {
                let line = source[..error.pos.start].matches('\n').count() + 1;
                format!("src/i18n/{tag}.ftl:{line}: {}", error.kind)
            })),
        }
    }
    if !problems.is_empty() {
        return Err(problems);
    }
    let texts: Vec<Texts<'_>> = resources
        .iter()
        .zip(LOCALES)
        .map(|(resource, (tag, _))| collect(resource, tag, &mut problems))
        .collect();
    compare(&texts, &mut problems);
    if !problems.is_empty() {
        return Err(problems);
    }

    let mut out = String::from("// Made by src/i18n/build.rs from src/i18n/*.ftl.\n\n");
    let mut names: BTreeMap<String, &str> = BTreeMap::new();
    let mut selecting = [const { BTreeSet::new() }; 3];
    for (&(id, attribute), english) in &texts[0] {
        let name = function_name(id, attribute);
        if let Some(other) = names.insert(name.clone(), id) {
            problems.push(format!(
                "src/i18n/en.ftl: “{id}” and “{other}” both become the function {name}"
            ));
        }
        let mut arms = String::new();
        for (index, (tag, variant)) in LOCALES.iter().enumerate() {
            let text = &texts[index][&(id, attribute)];
            if text.selects {
                selecting[index].insert(id);
            }
            match arm(
                &resources[index],
                id,
                attribute,
                text,
                english.variables.is_empty(),
            ) {
                Ok(body) => {
                    let _ = writeln!(arms, "        Locale::{variant} => {body},");
                }
                Err(problem) => problems.push(format!("src/i18n/{tag}.ftl: “{id}”: {problem}")),
            }
        }
        function(
            &mut out,
            &name,
            &english.variables,
            &arms,
            comment(&resources[0], id),
        );
    }
    codes(&mut out, &texts[0]);
    for (index, (_, variant)) in LOCALES.iter().enumerate() {
        let body = resources[index]
            .body
            .iter()
            .filter(|entry| match entry {
                Entry::Message(message) => selecting[index].contains(message.id.name),
                Entry::Term(_) => true,
                _ => false,
            })
            .cloned()
            .collect();
        let text = serializer::serialize(&Resource { body });
        let _ = writeln!(
            out,
            "pub(super) const SELECTING_{}: &str = {text:?};",
            variant.to_uppercase()
        );
    }
    if problems.is_empty() {
        Ok(out)
    } else {
        Err(problems)
    }
}

fn collect<'s>(
    resource: &'s Resource<&'s str>,
    tag: &str,
    problems: &mut Vec<String>,
) -> Texts<'s> {
    let mut texts = Texts::new();
    for entry in &resource.body {
        let Entry::Message(message) = entry else {
            continue;
        };
        let patterns = message.value.iter().map(|pattern| (None, pattern)).chain(
            message
                .attributes
                .iter()
                .map(|a| (Some(a.id.name), &a.value)),
        );
        for (attribute, pattern) in patterns {
            let mut text = Text {
                pattern,
                variables: Vec::new(),
                selects: false,
            };
            variables(pattern, &mut text);
            if texts.insert((message.id.name, attribute), text).is_some() {
                problems.push(format!(
                    "src/i18n/{tag}.ftl: “{}” stands there twice",
                    key(message.id.name, attribute)
                ));
            }
        }
    }
    texts
}

fn variables<'s>(pattern: &'s Pattern<&'s str>, text: &mut Text<'s>) {
    for element in &pattern.elements {
        if let PatternElement::Placeable { expression } = element {
            in_expression(expression, text);
        }
    }
}

fn in_expression<'s>(expression: &'s Expression<&'s str>, text: &mut Text<'s>) {
    match expression {
        Expression::Inline(inline) => in_inline(inline, text),
        Expression::Select { selector, variants } => {
            text.selects = true;
            in_inline(selector, text);
            for Variant { value, .. } in variants {
                variables(value, text);
            }
        }
    }
}

fn in_inline<'s>(inline: &'s InlineExpression<&'s str>, text: &mut Text<'s>) {
    match inline {
        InlineExpression::VariableReference { id } if !text.variables.contains(&id.name) => {
            text.variables.push(id.name);
        }
        InlineExpression::Placeable { expression } => in_expression(expression, text),
        _ => {}
    }
}

/// Holds every language against English, and English against every language.
fn compare(texts: &[Texts<'_>], problems: &mut Vec<String>) {
    let english = &texts[0];
    for (index, (tag, _)) in LOCALES.iter().enumerate().skip(1) {
        let other = &texts[index];
        for (&(id, attribute), text) in english {
            let name = key(id, attribute);
            let Some(found) = other.get(&(id, attribute)) else {
                problems.push(format!("src/i18n/{tag}.ftl: “{name}” is missing"));
                continue;
            };
            for variable in &text.variables {
                if !found.variables.contains(variable) {
                    problems.push(format!(
                        "src/i18n/{tag}.ftl: “{name}” lacks the variable ${variable}"
                    ));
                }
            }
            for variable in &found.variables {
                if !text.variables.contains(variable) {
                    problems.push(format!(
                        "src/i18n/{tag}.ftl: “{name}” has the variable ${variable}, which en.ftl lacks"
                    ));
                }
            }
        }
        for &(id, attribute) in other.keys() {
            if !english.contains_key(&(id, attribute)) {
                problems.push(format!(
                    "src/i18n/{tag}.ftl: “{}” is left over: en.ftl lacks it",
                    key(id, attribute)
                ));
            }
        }
    }
}

fn key(id: &str, attribute: Option<&str>) -> String {
    attribute.map_or_else(|| id.to_owned(), |attribute| format!("{id}.{attribute}"))
}

fn function_name(id: &str, attribute: Option<&str>) -> String {
    key(id, attribute).replace(['-', '.'], "_").to_lowercase()
}

fn comment<'s>(resource: &Resource<&'s str>, id: &str) -> Vec<&'s str> {
    message(resource, id)
        .and_then(|message| message.comment.as_ref())
        .map(|comment| comment.content.clone())
        .unwrap_or_default()
}

fn message<'r, 's>(resource: &'r Resource<&'s str>, id: &str) -> Option<&'r Message<&'s str>> {
    resource.body.iter().find_map(|entry| match entry {
        Entry::Message(message) if message.id.name == id => Some(message),
        _ => None,
    })
}

/// The right side of a match arm.
fn arm(
    resource: &Resource<&str>,
    id: &str,
    attribute: Option<&str>,
    text: &Text<'_>,
    fixed: bool,
) -> Result<String, String> {
    if text.selects {
        let mut arguments = String::new();
        for variable in &text.variables {
            let value = if PLAIN_NUMBERS.contains(variable) {
                format!("FluentValue::from({variable}.to_string())")
            } else {
                format!("FluentValue::from({variable})")
            };
            let _ = write!(arguments, "({variable:?}, {value}), ");
        }
        return Ok(format!(
            "super::select(locale, {id:?}, {attribute:?}, [{arguments}])"
        ));
    }
    let mut literal = String::new();
    let mut arguments = String::new();
    write_pattern(resource, text.pattern, &mut literal, &mut arguments, 0)?;
    Ok(if fixed {
        format!("{:?}", literal.replace("{{", "{").replace("}}", "}"))
    } else {
        format!("format!({literal:?}{arguments})")
    })
}

fn write_pattern(
    resource: &Resource<&str>,
    pattern: &Pattern<&str>,
    literal: &mut String,
    arguments: &mut String,
    depth: u8,
) -> Result<(), String> {
    if depth > 8 {
        return Err("refers to itself".into());
    }
    for element in &pattern.elements {
        let inline = match element {
            PatternElement::TextElement { value } => {
                literal.push_str(&value.replace('{', "{{").replace('}', "}}"));
                continue;
            }
            PatternElement::Placeable {
                expression: Expression::Inline(inline),
            } => inline,
            PatternElement::Placeable { .. } => {
                return Err("refers to a text with a selector".into());
            }
        };
        match inline {
            InlineExpression::StringLiteral { value } => literal.push_str(
                &unescape_unicode_to_string(value)
                    .replace('{', "{{")
                    .replace('}', "}}"),
            ),
            InlineExpression::NumberLiteral { value } => literal.push_str(value),
            InlineExpression::VariableReference { id } => {
                literal.push_str("{}");
                let name = id.name;
                let _ = if NUMBERS.contains(&name) {
                    write!(arguments, ", super::number(locale, {name})")
                } else {
                    write!(arguments, ", {name}")
                };
            }
            InlineExpression::TermReference {
                id,
                attribute: None,
                arguments: None,
            } => {
                let term = resource.body.iter().find_map(|entry| match entry {
                    Entry::Term(term) if term.id.name == id.name => Some(&term.value),
                    _ => None,
                });
                let term = term.ok_or_else(|| format!("there is no term -{}", id.name))?;
                write_pattern(resource, term, literal, arguments, depth + 1)?;
            }
            InlineExpression::MessageReference {
                id,
                attribute: None,
            } => {
                let value = message(resource, id.name).and_then(|message| message.value.as_ref());
                let value = value.ok_or_else(|| format!("there is no message {}", id.name))?;
                write_pattern(resource, value, literal, arguments, depth + 1)?;
            }
            _ => return Err("uses a form of placeable that build.rs does not know".into()),
        }
    }
    Ok(())
}

fn function(out: &mut String, name: &str, variables: &[&str], arms: &str, comment: Vec<&str>) {
    for line in comment {
        let _ = writeln!(out, "/// {line}");
    }
    if variables.is_empty() {
        let _ = writeln!(
            out,
            "pub const fn {name}(locale: Locale) -> &'static str {{"
        );
    } else {
        let _ = write!(out, "pub fn {name}(locale: Locale");
        for variable in variables {
            let kind = if NUMBERS.contains(variable) || PLAIN_NUMBERS.contains(variable) {
                "u64"
            } else {
                "&str"
            };
            let _ = write!(out, ", {variable}: {kind}");
        }
        let _ = writeln!(out, ") -> String {{");
    }
    let _ = writeln!(out, "    match locale {{\n{arms}    }}\n}}\n");
}

/// `code(locale, group, code)`: the label of a code of the catalogue.
fn codes(out: &mut String, english: &Texts<'_>) {
    out.push_str(
        "/// The label of a code: `code(locale, \"category\", \"film\")`. Facets are also found by the\n\
         /// name of their query parameter (`looking_for`).\n\
         pub fn code(locale: Locale, group: &str, code: &str) -> Option<&'static str> {\n\
         \x20   Some(match (group, code) {\n",
    );
    for (&(id, attribute), text) in english {
        if attribute.is_some() || !text.variables.is_empty() || NOT_CODES.contains(&id) {
            continue;
        }
        let group = CODE_GROUPS
            .iter()
            .filter(|group| {
                id.strip_prefix(**group)
                    .is_some_and(|rest| rest.starts_with('-'))
            })
            .max_by_key(|group| group.len());
        let Some(group) = group else { continue };
        let code = &id[group.len() + 1..];
        let name = function_name(id, None);
        let snake = code.replace('-', "_");
        let also = if *group == "facet" && snake != code {
            format!(" | {snake:?}")
        } else {
            String::new()
        };
        let _ = writeln!(
            out,
            "        ({group:?}, {code:?}{also}) => {name}(locale),"
        );
    }
    out.push_str("        _ => return None,\n    })\n}\n\n");
}
